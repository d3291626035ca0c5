/** All that is kept of a person, part by part, in a form that other programs can read. */
import type { Context } from '#platform/context';
import { parts } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';

/** Part → what it keeps of the person; nothing about anybody else. */
export type PersonExport = Readonly<Record<string, unknown>>;

/** Everything of one person, for that person. */
export async function exportPerson(ctx: Context, person: PersonId): Promise<PersonExport> {
	demand(ctx, 'privacy.export', person);
	const kept: Record<string, unknown> = {};
	for (const { name, privacy } of parts()) {
		if (privacy.exportFor) kept[name] = await privacy.exportFor(ctx, person);
	}
	return kept;
}
