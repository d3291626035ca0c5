/** What the approval engine knows of affiliations: how a case is described, and what follows from its outcome. */
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import { countryLabels } from '#domain/places';
import { schoolCards, type SchoolCard } from '#domain/schools';
import {
	organisationCards,
	type CaseDescription,
	type CaseKind,
	type DecidedCase,
	type Fact,
} from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { emit } from '#platform/events';
import { inLocale } from '#platform/messages';
import { system } from '#shared/actor';
import { formatList, formatPlace, languageName } from '#shared/format';
import { isOneOf, schoolRoles, type SchoolRole } from '#shared/vocabulary';
import { addressOfPerson } from '../sign-in/logins.sql.ts';
import { namesOf } from '../persons.sql.ts';
import { languagesOf } from '../profiles/profiles.sql.ts';
import { localesOf } from '../receivers.sql.ts';
import { affiliationsById, insertValidation } from './affiliations.sql.ts';
import { closeLetters } from './evidence/evidence.sql.ts';
import { evidenceForOfficer } from './evidence/read-evidence.ts';

/** What an officer decides about, as it was stated. */
export function snapshotOf(school: SchoolCard, role: SchoolRole) {
	return { role, school: school.name, town: school.town, country: school.country };
}

export function roleName(role: string): string {
	return isOneOf(schoolRoles, role) ? placesText(`places.role.${role}`) : role;
}

export const affiliationCase: CaseKind = {
	label: () => t('people.case.label'),
	reasons: ['not-confirmed-by-school', 'role-not-eligible', 'wrong-school'],
	tellsOutcome: true,
	describe,
	reveal,
	fields: async (ctx, { role, school, town, country }) => {
		const label = await countryLabels(ctx);
		return [
			{ field: 'role', label: t('people.case.role'), value: roleName(String(role)) },
			{ field: 'school', label: t('people.case.school'), value: String(school) },
			{
				field: 'town',
				label: t('people.case.town'),
				value: `${String(town)}, ${label(String(country)).name}`,
			},
		];
	},
	decided: (ctx, decided) => (decided.outcome === 'withdrawn' ? Promise.resolve() : follow(ctx, decided)),
};

async function describe(ctx: Context, subjects: readonly string[]): Promise<Map<string, CaseDescription>> {
	const stated = await affiliationsById(ctx, subjects);
	const schools = await schoolCards(asActor(ctx, system), [...new Set(stated.map(({ school }) => school))]);
	const label = await countryLabels(ctx);
	return new Map(
		stated.flatMap(({ id, role, school: schoolId }) => {
			const school = schools.get(schoolId);
			if (!school) return [];
			const place = formatPlace([school.town, label(school.country).name], ctx.locale);
			const facts: Fact[] = [
				[t('people.case.role'), roleName(role)],
				[t('people.case.school'), school.name],
			];
			return [
				[
					id,
					{
						title: t('people.case.title', { role: roleName(role), school: school.name }),
						path: '/me/status',
						facts,
						place,
					},
				],
			];
		}),
	);
}

/** What an officer needs to ask the school whether this person works there: shown after the look is written down. */
async function reveal(ctx: Context, subject: string): Promise<Fact[]> {
	const [stated] = await affiliationsById(ctx, [subject]);
	if (!stated) return [];
	const name = (await namesOf(ctx, [stated.person])).get(stated.person) ?? '';
	const address = await addressOfPerson(ctx, stated.person);
	const languages = await languagesOf(ctx, stated.person);
	const spoken = formatList(
		languages.map(({ language }) => languageName(language, ctx.locale)),
		ctx.locale,
	);
	const evidence = await evidenceForOfficer(ctx, stated);
	const letter = evidence.letters.at(-1);
	const answer = letter?.answer
		? t(`people.case.head.${letter.answer}`)
		: letter && t('people.case.head.asked');
	const facts: Fact[] = [
		[t('people.case.name'), name],
		[t('people.case.address'), address ?? ''],
		[t('people.case.languages'), spoken],
		[t('people.case.head'), answer ?? ''],
		[
			t('people.evidence.colleagues'),
			evidence.knows + evidence.doubts > 0 ? t('people.evidence.voices', evidence) : '',
		],
		[t('people.evidence.domain'), evidence.ofSchoolDomain ? t('people.evidence.domain-same') : ''],
	];
	return facts.filter(([, value]) => value !== '');
}

/** Runs in the transaction of the decision: who is validated is a teacher with the next request. */
async function follow(
	ctx: Context,
	{ case: caseId, subject, outcome, organisation }: DecidedCase,
): Promise<void> {
	const [stated] = await affiliationsById(ctx, [subject]);
	if (!stated) return;
	const { person, school } = stated;
	await closeLetters(ctx, subject);
	if (outcome === 'granted') {
		await insertValidation(ctx, subject, caseId);
		await emit(ctx, 'affiliation.validated', { person, affiliation: subject, school });
		await emit(ctx, 'person.changed', { person });
	}
	const [receiver] = await localesOf(ctx, [person]);
	if (!receiver) return;
	const params = await inLocale(receiver.locale, async () => ({
		school: (await schoolCards(asActor(ctx, system), [school])).get(school)?.name ?? '',
		organisation: await organisationName({ ...ctx, locale: receiver.locale }, organisation),
	}));
	const kind = outcome === 'granted' ? 'affiliation-validated' : 'affiliation-refused';
	await emit(ctx, 'notice', {
		to: [person],
		kind,
		params,
		path: outcome === 'granted' ? '/me' : '/me/status',
	});
}

async function organisationName(ctx: Context, organisation: string | undefined): Promise<string> {
	if (organisation === undefined) return '';
	return (await organisationCards(ctx, [organisation])).get(organisation)?.name ?? '';
}
