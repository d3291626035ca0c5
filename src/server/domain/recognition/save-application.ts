/** A teacher saves her application, by a button or while typing: whatever it lacks, and never over what another tab saved. */
import { isDeepStrictEqual } from 'node:util';
import type { Participation } from '#domain/projects';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import { insertApplication, updateApplication } from './applications.sql.ts';
import { pagesToName } from './evidence.ts';
import { emptyApplication, type Application } from './label.ts';
import { reachPart } from './reach-part.ts';

export type SaveApplication = {
	/** Short id of the project. */
	readonly project: string;
	/** The version that the writer began from; 0 before the first. */
	readonly version: number;
	readonly application: Application;
};

export type SavedApplication = { readonly version: number; readonly savedAt: Date };

/**
 * `changed-meanwhile`: it was saved elsewhere since that version, with other words; nothing was written. Sending what
 * is stored already is a success, so that a lost answer may be asked for again.
 */
export async function saveApplication(
	ctx: Context,
	input: SaveApplication,
): Promise<Result<SavedApplication, 'changed-meanwhile'>> {
	return inTransaction(ctx, async (inside) => {
		const { project, person, part, application } = await reachPart(inside, input.project);
		demand(inside, 'recognition.apply', part);
		if (application) demand(inside, 'recognition.write', application);
		const written = await withPagesThere(inside, project, input.application);
		if (isDeepStrictEqual(written, application?.written ?? emptyApplication))
			return granted({ version: application?.version ?? 0, savedAt: application?.savedAt ?? ctx.now });
		if ((application?.version ?? 0) !== input.version) return refused('changed-meanwhile');
		if (application) await updateApplication(inside, application.id, written);
		else if (!(await insertApplication(inside, { project: project.id, person, application: written })))
			return refused('changed-meanwhile');
		return granted({ version: input.version + 1, savedAt: ctx.now });
	});
}

/** Pages that went away since are named no more. */
async function withPagesThere(
	ctx: Context,
	project: Participation,
	application: Application,
): Promise<Application> {
	const there = new Set((await pagesToName(ctx, project)).map(({ id }) => id));
	return { ...application, evidence: application.evidence.filter((page) => there.has(page)) };
}
