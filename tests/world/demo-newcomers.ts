// What waits in the demo: teachers who have just joined and ask to be validated, posts and classes that look for partners.
import { makeLogin, stateAffiliation } from '#domain/people';
import { addClassCard, writePost, type WritePost } from '#domain/partner-finding';
import { askQuestion } from '#domain/support';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Locale } from '#shared/locales';
import type { SchoolRole } from '#shared/vocabulary';
import { officer, schools, teacher, type PersonName } from './index.ts';
import { must } from './must.ts';
import type { offices, SchoolName } from './names.ts';

type Newcomer = {
	readonly name: string;
	readonly locale: Locale;
	readonly school: SchoolName;
	readonly role: SchoolRole;
	readonly daysAgo: number;
	readonly question?: { readonly by: keyof typeof offices; readonly words: string };
};

const newcomers: readonly Newcomer[] = [
	{ name: 'Leonor Vaz', locale: 'en', school: 'ribeira', role: 'teacher', daysAgo: 9 },
	{ name: 'Duarte Mendes', locale: 'en', school: 'ribeira', role: 'librarian', daysAgo: 4 },
	{
		name: 'Catarina Faria',
		locale: 'en',
		school: 'ribeira',
		role: 'teacher',
		daysAgo: 6,
		question: { by: 'rui', words: 'Do you teach at the school this year, or from September on?' },
	},
	{ name: 'Asger Holm', locale: 'da', school: 'skovbakke', role: 'teacher', daysAgo: 3 },
	{ name: 'Sofie Lund', locale: 'da', school: 'skovbakke', role: 'head', daysAgo: 1 },
	{ name: 'Hugo Lambert', locale: 'fr', school: 'jeanMoulin', role: 'teacher', daysAgo: 5 },
	{ name: 'نادية المبروك', locale: 'ar', school: 'ibnKhaldoun', role: 'teacher', daysAgo: 2 },
];

type DemoPost = Omit<WritePost, 'days'> & { readonly by: PersonName; readonly daysAgo: number };

const posts: readonly DemoPost[] = [
	{
		by: 'freja',
		daysAgo: 2,
		kind: 'found-project',
		title: 'Who measures the wind with us?',
		words:
			'Our fourth class builds small wind meters from paper cups. We would like to compare a month of wind with a class near a coast or on a mountain, and send each other a picture of the sky every Friday.',
		locale: 'en',
		languages: ['en'],
		subjects: ['geography', 'mathematics'],
		agesFrom: 9,
		agesTo: 11,
		countriesWanted: [],
		partnersWanted: 1,
	},
	{
		by: 'amelie',
		daysAgo: 5,
		kind: 'found-project',
		title: 'Recettes de nos grands-parents',
		words:
			'Nous récoltons les recettes et les histoires des grands-parents. Cherchons une classe qui apprend le français, pour cuisiner à distance et faire un petit livre ensemble.',
		locale: 'fr',
		languages: ['fr'],
		subjects: ['foreign-languages', 'home-economics'],
		agesFrom: 12,
		agesTo: 14,
		countriesWanted: ['IT', 'TN', 'GR'],
		partnersWanted: 3,
	},
	{
		by: 'liis',
		daysAgo: 8,
		kind: 'join-project',
		title: 'Robots that wave',
		words:
			'Three pupils’ teams with small robots would like to join a project that has begun. We can programme, film and draw, and we have time on Tuesdays.',
		locale: 'en',
		languages: ['en'],
		subjects: ['informatics'],
		agesFrom: 11,
		agesTo: 13,
		countriesWanted: [],
		partnersWanted: 1,
	},
];

type DemoCard = Parameters<typeof addClassCard>[1] & { readonly by: PersonName; readonly locale: Locale };

const cards: readonly DemoCard[] = [
	{
		by: 'ines',
		locale: 'en',
		name: '4.º B',
		agesFrom: 9,
		agesTo: 10,
		pupils: 22,
		languages: ['en', 'fr'],
		subjects: ['geography', 'art'],
		months: [1, 2, 3, 10, 11],
		weekdays: [2, 4],
		hours: { from: '10:00', to: '11:30' },
		away: [
			{ from: '2026-12-18', to: '2027-01-03' },
			{ from: '2027-03-22', to: '2027-04-04' },
		],
		wishes: 'We would like to write real letters and to draw one map together.',
	},
	{
		by: 'freja',
		locale: 'da',
		name: '4.a',
		agesFrom: 9,
		agesTo: 11,
		pupils: 19,
		languages: ['en', 'da'],
		subjects: ['geography', 'mathematics'],
		months: [1, 2, 3, 4],
		weekdays: [1, 2],
		hours: { from: '10:15', to: '12:00' },
		away: [
			{ from: '2026-12-21', to: '2027-01-03' },
			{ from: '2027-02-15', to: '2027-02-21' },
		],
		wishes: 'Vi vil gerne måle noget ude og sammenligne med en klasse langt herfra.',
	},
	{
		by: 'amelie',
		locale: 'fr',
		name: '5e C',
		agesFrom: 12,
		agesTo: 13,
		pupils: 27,
		languages: ['fr', 'en'],
		subjects: ['foreign-languages', 'home-economics'],
		months: [2, 3, 5],
		weekdays: [4],
		hours: undefined,
		away: [{ from: '2027-02-06', to: '2027-02-21' }],
		wishes: 'Des échanges courts, toutes les deux semaines, avec un petit livre à la fin.',
	},
	{
		by: 'yasmine',
		locale: 'ar',
		name: '٧ أ',
		agesFrom: 12,
		agesTo: 13,
		pupils: 30,
		languages: ['ar', 'fr'],
		subjects: ['foreign-languages', 'art'],
		months: [2, 3, 4],
		weekdays: [3, 4],
		hours: undefined,
		away: [],
		wishes: 'نود أن نتبادل الحكايات والصور مع صف يتعلم الفرنسية.',
	},
];

/** Lets them join and write, once, on the freshly built world; each officer finds a case or two. */
export async function addDemoNewcomers(ctx: Context): Promise<void> {
	for (const [place, newcomer] of newcomers.entries())
		await join(
			{ ...ctx, now: daysBefore(ctx.now, newcomer.daysAgo), locale: newcomer.locale },
			newcomer,
			place,
		);
	for (const { by, daysAgo, ...post } of posts)
		must(
			await writePost(
				{ ...ctx, actor: teacher(by), now: daysBefore(ctx.now, daysAgo) },
				{ ...post, days: 60 },
			),
		);
	await describeClasses(ctx);
}

/** Classes as partners see them, so that suggestions have reasons; once, after their teachers' profiles. */
async function describeClasses(ctx: Context): Promise<void> {
	for (const { by, locale, ...card } of cards)
		must(await addClassCard({ ...ctx, actor: teacher(by), locale }, card));
}

async function join(ctx: Context, newcomer: Newcomer, place: number): Promise<void> {
	const { name, locale, school, role, question } = newcomer;
	const { id, country } = schools[school];
	// nobody signs in as one of them: the password is made up and forgotten
	const login = {
		person: { name, locale, country },
		email: `newcomer${place}@example.org`,
		password: newId(),
	};
	const person = await makeLogin(ctx, login);
	const asNewcomer = { ...ctx, actor: { kind: 'member', person, session: newId() } } as const;
	const { affiliation } = must(await stateAffiliation(asNewcomer, { school: id, role }));
	if (question === undefined) return;
	const step = await ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as case', 'case.id', 'step.case_id')
		.select('step.id')
		.where('case.subject_id', '=', affiliation)
		.executeTakeFirstOrThrow();
	const actor = await officer(ctx, question.by);
	const asked = { step: step.id, words: question.words, wordsLocale: 'en' };
	must(await askQuestion({ ...ctx, actor, now: daysBefore(ctx.now, -1) }, asked));
}

function daysBefore(now: Date, days: number): Date {
	return new Date(now.getTime() - days * 24 * 3600 * 1000);
}
