/** Tells the teachers of a TwinSpace where to look when something was reported or waits. */
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import type { Events } from '#platform/part';
import { projectAddressOfSpace } from './twinspaces.sql.ts';

/** Says in which space, and nothing of the thing or of who made it. open-to-all: the deed behind it was demanded. */
export async function tellOfMatter(ctx: Context, opened: Events['matter.opened']): Promise<void> {
	const address = await projectAddressOfSpace(ctx, opened.space);
	if (address === undefined || opened.teachers.length === 0) return;
	await emit(ctx, 'notice', {
		to: opened.teachers,
		kind: 'post-reported',
		params: { space: opened.spaceName },
		path: `/projects/${address}/twinspace/reports`,
	});
}

/** Tells the adults who wrote in a thread that there is a reply; names no title. open-to-all: the reply was demanded. */
export async function tellOfReply(ctx: Context, replied: Events['thread.replied']): Promise<void> {
	const address = await projectAddressOfSpace(ctx, replied.space);
	if (address === undefined || replied.persons.length === 0) return;
	await emit(ctx, 'notice', {
		to: replied.persons,
		kind: 'thread-replied',
		params: { space: replied.spaceName },
		path: `/projects/${address}/twinspace/forum/threads/${replied.thread}`,
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
