/** The case by which an officer confirms a school that a teacher added. */
import { countryLabels } from '#domain/places';
import type { CaseKind, Snapshot, SnapshotField } from '#domain/support';
import { t } from '#messages/schools';
import { t as placeName } from '#messages/places';
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import { formatList, formatPlace } from '#shared/format';
import { isOneOf, schoolLevels } from '#shared/vocabulary';
import { insertConfirmation, schoolsOfCases, type NewSchool } from './schools.sql.ts';

const fields = ['name', 'town', 'country', 'address', 'postcode', 'website', 'levels'] as const;

/** What an officer compares when a teacher has corrected the school. */
export function schoolSnapshot(school: NewSchool): Snapshot {
	return Object.fromEntries(fields.map((field) => [field, school[field] ?? null]));
}

export const schoolCase: CaseKind = {
	label: () => t('schools.case.label'),
	reasons: ['not-a-school'],
	async describe(ctx, subjects) {
		const label = await countryLabels(ctx);
		const rows = await schoolsOfCases(ctx, subjects);
		return new Map(
			rows.map(({ id, ...row }) => [
				id,
				{
					title: row.name,
					path: `/schools/${id}`,
					place: formatPlace([row.town, label(row.country).name], ctx.locale),
					facts: factsOf(ctx, row, (code) => label(code).name).map(
						(fact) => [fact.label, fact.value] as const,
					),
				},
			]),
		);
	},
	async fields(ctx, snapshot) {
		const label = await countryLabels(ctx);
		return factsOf(ctx, snapshot, (code) => label(code).name);
	},
	async decided(ctx, { case: approvalCase, subject, outcome }) {
		if (outcome !== 'granted') return;
		await insertConfirmation(ctx, subject, approvalCase);
		await emit(ctx, 'school.confirmed', { school: subject });
	},
};

/** What is known of the school, in the order of its form; what was left empty is left away. */
function factsOf(
	ctx: Context,
	known: Readonly<Record<string, unknown>>,
	countryName: (code: string) => string,
): SnapshotField[] {
	return fields.flatMap((field) => {
		const value = known[field];
		const text =
			field === 'levels' ? levelsText(value, ctx) : field === 'country' ? countryName(String(value)) : value;
		if (typeof text !== 'string' || text === '') return [];
		return [{ field, label: t(`schools.field.${field}`), value: text }];
	});
}

function levelsText(levels: unknown, ctx: Context): string {
	if (!Array.isArray(levels)) return '';
	const known = levels.map(String).filter((level) => isOneOf(schoolLevels, level));
	return formatList(
		known.map((level) => placeName(`places.level.${level}`)),
		ctx.locale,
	);
}
