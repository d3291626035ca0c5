/** The picture of a project (domain, Appendix B): one, for whoever reads the plan; the public cover shows the weave. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { forgetFile, type FilePurpose, type StoredFile } from '#platform/files';
import { granted, type Granted } from '#platform/result';
import { demand, may } from './abilities.ts';
import { picturesInUse, replacePicture, writeAlternative } from './picture.sql.ts';
import { holdProject, reachProject, reachProjectById, reachToChange, type Project } from './read-project.ts';

/** The purpose under which they are kept; their owner is the project. */
export const projectPicturePurpose = 'project-picture';
export const projectPictureBytes = 10_000_000;

export type ProjectPicture = {
	readonly file: string;
	/** What it shows, in the language of the plan; empty until the founders say so. */
	readonly alternative: string;
};

export type PictureDesk = Pick<Project, 'id' | 'address' | 'state' | 'locale' | 'picture'> & {
	readonly title: string;
};

export const projectPictures: FilePurpose = {
	kinds: ['jpeg', 'png', 'webp'],
	mostBytes: projectPictureBytes,
	mayAdd: async (ctx, project) => demand(ctx, 'projects.write-plan', await reachProjectById(ctx, project)),
	done: (ctx, { id, owner }) => putInPlace(ctx, owner, id),
	inUse: picturesInUse,
};

/** Where a founder sends, describes and removes it: whoever may write the plan. */
export async function pictureDeskFor(ctx: Context, shortId: string): Promise<PictureDesk> {
	const project = await reachProject(ctx, shortId);
	demand(ctx, 'projects.write-plan', project);
	const { id, address, state, locale, picture, plan } = project;
	return { id, address, state, locale, picture, title: plan.title };
}

/** Says what the picture shows; NotFound where there is none. */
export async function describePicture(
	ctx: Context,
	input: { readonly project: string; readonly alternative: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.write-plan', project);
		if (!project.picture) throw new NotFound('picture');
		await writeAlternative(inside, project.id, input.alternative);
		return granted();
	});
}

/** Takes it away; it is gone at once. Where there is none, nothing happens. */
export async function removePicture(
	ctx: Context,
	input: { readonly project: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.write-plan', project);
		if (project.picture) await putInPlace(inside, project.id, undefined);
		return granted();
	});
}

/** Whether the reader of the plan sees this picture; a former one nobody does. */
export async function opensProjectPicture(ctx: Context, file: StoredFile): Promise<boolean> {
	try {
		const project = await reachProjectById(ctx, file.owner);
		return project.picture?.file === file.id && may(ctx.actor, 'projects.read-plan', project);
	} catch (error) {
		if (error instanceof NotFound) return false;
		throw error;
	}
}

async function putInPlace(ctx: Context, id: string, file: string | undefined): Promise<void> {
	const { picture } = await holdProject(ctx, id);
	await replacePicture(ctx, id, file);
	if (picture) await forgetFile(ctx, picture.file);
}
