/** The case by which an officer takes over what somebody noticed about a school. */
import { countryLabels } from '#domain/places';
import type { CaseKind, SnapshotField } from '#domain/support';
import { t } from '#messages/schools';
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import { formatPlace } from '#shared/format';
import { isOneOf } from '#shared/vocabulary';
import { noteState } from '../states.sql.ts';
import { countSchoolIn } from '../words.sql.ts';
import { indexed } from '../school.ts';
import { hintFields, hintKinds } from './hint.ts';
import { changeDetails, hintsById } from './hints.sql.ts';

export const hintCase: CaseKind = {
	label: () => t('schools.hint.case'),
	async describe(ctx, subjects) {
		const label = await countryLabels(ctx);
		const rows = await hintsById(ctx, subjects);
		return new Map(
			rows.map((row) => [
				row.id,
				{
					title: t('schools.hint.case-title', { school: row.name }),
					path: `/schools/${row.school_id}`,
					place: formatPlace([row.town, label(row.country).name], ctx.locale),
					facts: hintFields.flatMap((field) => {
						const held = row[field];
						return field in row.details && held ? [[t(`schools.hint.now.${field}`), held] as const] : [];
					}),
				},
			]),
		);
	},
	fields(_ctx, snapshot): SnapshotField[] {
		const kind = String(snapshot['kind']);
		const fields = hintFields.filter((field) => field in snapshot);
		return [
			{
				field: 'kind',
				label: t('schools.hint.kind'),
				value: isOneOf(hintKinds, kind) ? t(`schools.hint.kind.${kind}`) : kind,
			},
			...fields.map((field) => ({
				field,
				label: t(`schools.field.${field}`),
				value: String(snapshot[field]) || t('schools.hint.emptied'),
			})),
			...(snapshot['words']
				? [{ field: 'words', label: t('schools.hint.words'), value: String(snapshot['words']) }]
				: []),
		];
	},
	async decided(ctx, { subject, outcome }) {
		const [hint] = outcome === 'granted' ? await hintsById(ctx, [subject]) : [];
		if (!hint) return;
		await carryOut(ctx, hint);
		await emit(ctx, 'school.changed', { schools: [hint.school_id] });
	},
};

async function carryOut(
	ctx: Context,
	{ school_id: school, country, name, town, kind, details }: Awaited<ReturnType<typeof hintsById>>[number],
): Promise<void> {
	if (kind === 'closed') {
		const office = ctx.actor.kind === 'officer' ? ctx.actor.office : null;
		await noteState(ctx, { school, state: 'closed', since: null, office });
	}
	if (kind !== 'details') return;
	await changeDetails(ctx, school, details);
	await countSchoolIn(ctx, country, indexed({ name, town, ...details }).words);
}
