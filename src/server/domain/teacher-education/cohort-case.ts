/** The case by which an officer approves a whole cohort in one step. */
import { countryLabels } from '#domain/places';
import { personCards, validateCohortPlaces } from '#domain/people';
import { schoolCards } from '#domain/schools';
import type { CaseKind, DecidedCase, Fact, SnapshotField } from '#domain/support';
import { t } from '#messages/cohorts';
import { asActor, type Context } from '#platform/context';
import { emit } from '#platform/events';
import { system } from '#shared/actor';
import { formatDate, formatNumber, formatPlace } from '#shared/format';
import type { Locale } from '#shared/locales';
import { cohortsById, insertApproval } from './cohorts.sql.ts';
import { studentsOf } from './students.sql.ts';

export const cohortCase: CaseKind = {
	label: () => t('cohorts.case.label'),
	reasons: ['not-confirmed-by-school'],
	async describe(ctx, subjects) {
		const cohorts = await cohortsById(ctx, subjects);
		const schools = await schoolCards(
			asActor(ctx, system),
			cohorts.map(({ school }) => school),
		);
		const label = await countryLabels(ctx);
		return new Map(
			cohorts.flatMap((cohort) => {
				const school = schools.get(cohort.school);
				if (!school) return [];
				const facts: Fact[] = [
					[t('cohorts.field.institution'), school.name],
					[t('cohorts.field.students'), formatNumber(cohort.students, ctx.locale)],
					[t('cohorts.field.ends'), dayText(cohort.endsOn, ctx.locale)],
				];
				return [
					[
						cohort.id,
						{
							title: t('cohorts.case.title', { cohort: cohort.name, institution: school.name }),
							path: `/me/cohorts/${cohort.id}`,
							place: formatPlace([school.town, label(school.country).name], ctx.locale),
							facts,
						},
					],
				];
			}),
		);
	},
	async reveal(ctx, subject) {
		const [cohort] = await cohortsById(ctx, [subject]);
		if (!cohort) return [];
		const educator = cohort.educator
			? (await personCards(ctx, [cohort.educator])).get(cohort.educator)
			: undefined;
		const students = (await studentsOf(ctx, subject)).filter(({ withdrawnAt }) => withdrawnAt === null);
		return [
			[t('cohorts.field.educator'), educator?.name ?? ''],
			...students.map(({ name, email }): Fact => [name, email ?? '']),
		];
	},
	async shows(ctx, subject) {
		const students = (await studentsOf(ctx, subject)).filter(({ withdrawnAt }) => withdrawnAt === null);
		const persons = students.flatMap(({ person }) => person ?? []);
		return { persons, others: students.length - persons.length };
	},
	fields: (ctx, snapshot): SnapshotField[] => [
		{ field: 'cohort', label: t('cohorts.field.name'), value: String(snapshot['cohort']) },
		{ field: 'institution', label: t('cohorts.field.institution'), value: String(snapshot['institution']) },
		{ field: 'students', label: t('cohorts.field.students'), value: String(snapshot['students']) },
		{
			field: 'endsOn',
			label: t('cohorts.field.ends'),
			value: dayText(String(snapshot['endsOn']), ctx.locale),
		},
	],
	decided: (ctx, decided) => (decided.outcome === 'granted' ? approve(ctx, decided) : Promise.resolve()),
};

/** Everybody who has come in is validated at once; who comes later, when they come. */
async function approve(ctx: Context, { case: approvalCase, subject }: DecidedCase): Promise<void> {
	const [cohort] = await cohortsById(ctx, [subject]);
	if (!cohort) return;
	await insertApproval(ctx, subject, approvalCase);
	const accepted = (await studentsOf(ctx, subject)).filter(({ acceptedAt }) => acceptedAt !== null);
	const affiliations = accepted.flatMap(({ affiliation }) => affiliation ?? []);
	await validateCohortPlaces(ctx, { affiliations, case: approvalCase });
	const school = (await schoolCards(asActor(ctx, system), [cohort.school])).get(cohort.school);
	const to = accepted.flatMap(({ person }) => person ?? []);
	if (to.length === 0) return;
	const params = { institution: school?.name ?? '' };
	await emit(ctx, 'notice', { to, kind: 'cohort-approved', params, path: '/me' });
}

function dayText(day: string, locale: Locale): string {
	return formatDate(new Date(`${day}T12:00:00Z`), locale, 'UTC');
}
