/** A teacher's photo: written anew by us, seen by validated teachers, and by nobody while it is hidden. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { forgetFile, type FilePurpose, type StoredFile } from '#platform/files';
import { personOf } from '#shared/actor';
import { demand } from '../abilities.ts';
import { visibleCard } from '../people.sql.ts';
import { asOthersSee } from './profile.ts';
import { photosInUse, profileOf, replacePhoto } from './profiles.sql.ts';

/** The purpose under which photos are kept; their owner is the person. Pupils have no such thing. */
export const photoPurpose = 'person-photo';
export const photoBytes = 10_000_000;

export const photos: FilePurpose = {
	kinds: ['jpeg', 'png', 'webp'],
	mostBytes: photoBytes,
	// whoever sends for somebody else finds nobody there
	mayAdd: (ctx, person) => {
		if (personOf(ctx.actor) !== person) return Promise.reject(new NotFound('person'));
		demand(ctx, 'people.change-photo');
		return Promise.resolve();
	},
	done: (ctx, { id, owner }) => putInPlace(ctx, owner, id),
	inUse: photosInUse,
};

/** Takes my photo away; it is gone at once. Where there is none, nothing happens. */
export async function removePhoto(ctx: Context): Promise<void> {
	demand(ctx, 'people.change-photo');
	const person = personOf(ctx.actor);
	if (person === undefined || (await profileOf(ctx, person)).photo === undefined) return;
	await inTransaction(ctx, (inside) => putInPlace(inside, person, undefined));
}

/** Whether the reader sees the photo on the page of its person: one's own, and that of others who show it. */
export async function opensPhoto(ctx: Context, file: StoredFile): Promise<boolean> {
	if (!(await visibleCard(ctx, file.owner))) return false;
	const profile = await profileOf(ctx, file.owner);
	const seen = personOf(ctx.actor) === file.owner ? profile : asOthersSee(profile);
	return seen.photo === file.id;
}

async function putInPlace(ctx: Context, person: string, photo: string | undefined): Promise<void> {
	const before = await replacePhoto(ctx, person, photo);
	if (before !== undefined) await forgetFile(ctx, before);
}
