/** Tells the teachers of a TwinSpace where to look when a post was reported. */
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import type { Events } from '#platform/part';
import { projectAddressOfSpace } from './twinspaces.sql.ts';

/** Says in which space, and nothing of the post or of who wrote it. open-to-all: the report was demanded. */
export async function tellOfReport(ctx: Context, reported: Events['post.reported']): Promise<void> {
	const address = await projectAddressOfSpace(ctx, reported.space);
	if (address === undefined || reported.teachers.length === 0) return;
	await emit(ctx, 'notice', {
		to: reported.teachers,
		kind: 'post-reported',
		params: { space: reported.spaceName },
		path: `/projects/${address}/twinspace/reports`,
	});
}

/** Tells an adult that a teacher hid a file of theirs; pupils see it where they put it. open-to-all: as above. */
export async function tellOfHidden(ctx: Context, hidden: Events['material.hidden']): Promise<void> {
	const address = await projectAddressOfSpace(ctx, hidden.space);
	if (address === undefined || hidden.author === null) return;
	await emit(ctx, 'notice', {
		to: [hidden.author],
		kind: 'material-hidden',
		params: { space: hidden.spaceName },
		path: `/projects/${address}/twinspace/materials/files/${hidden.material}`,
	});
}

/** Tells an adult that a teacher hid or removed what they wrote; pupils see it on their wall. open-to-all: as above. */
export async function tellAuthor(ctx: Context, moderated: Events['post.moderated']): Promise<void> {
	const address = await projectAddressOfSpace(ctx, moderated.space);
	if (address === undefined || moderated.author === null) return;
	await emit(ctx, 'notice', {
		to: [moderated.author],
		kind: 'post-moderated',
		params: { space: moderated.spaceName },
		path: `/projects/${address}/twinspace/updates`,
	});
}
