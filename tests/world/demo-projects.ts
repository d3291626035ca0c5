/** The demo's living projects: founded, accepted and approved by the people of the world, as if weeks had passed. */
import {
	acceptInvitation,
	emptyPlan,
	foundProject,
	inviteCofounder,
	savePlan,
	type Plan,
} from '#domain/projects';
import { chainsFor, grantStep } from '#domain/support';
import type { Context } from '#platform/context';
import type { Locale } from '#shared/locales';
import type { offices } from './index.ts';
import { officer, people, schools, teacher } from './index.ts';
import { must } from './must.ts';
import type { PersonName } from './names.ts';

type Officer = keyof typeof offices;
type Teacher = Extract<
	PersonName,
	'ines' | 'tiago' | 'freja' | 'amelie' | 'yasmine' | 'eleni' | 'lukas' | 'liis'
>;

type DemoProject = {
	readonly founder: Teacher;
	readonly cofounder: Teacher;
	/** Who grants; fewer than both organisations leaves it waiting. */
	readonly granted: readonly Officer[];
	readonly weeksAgo: number;
	readonly locale: Locale;
	readonly plan: Partial<Plan> & Pick<Plan, 'title'>;
};

const demoProjects: readonly DemoProject[] = [
	{
		founder: 'ines',
		cofounder: 'freja',
		granted: ['rui', 'mette'],
		weeksAgo: 6,
		locale: 'en',
		plan: {
			title: 'Two rivers',
			summary:
				'Every Friday one class measures the Douro and the other the Aarhus Å: how warm, how clear, how fast. Then they ask each other why.',
			languages: ['en'],
			subjects: ['natural-sciences', 'geography', 'foreign-languages'],
			agesFrom: 9,
			agesTo: 11,
			pupilsExpected: 46,
			aims: 'The pupils learn to measure, to doubt a number and to explain it to children who see another river.',
			workPlan:
				'September: we show each other our rivers. October to March: we measure every Friday and compare. April: we build one model of both.',
			expectedResults:
				'One shared logbook of two rivers, and a model that both classes build from the same plan.',
			tools: ['pages', 'updates', 'video-meetings', 'pictures-and-videos'],
			themes: ['climate-and-nature', 'towns-and-landscapes'],
			competences: ['mathematical-and-science', 'multilingual'],
		},
	},
	{
		founder: 'amelie',
		cofounder: 'yasmine',
		granted: ['claire', 'sonia'],
		weeksAgo: 4,
		locale: 'fr',
		plan: {
			title: 'Une mer, deux rives',
			summary:
				'Des collégiens de Lyon et de Tunis recueillent les récits de leurs familles sur la Méditerranée et les jouent ensemble.',
			languages: ['fr', 'ar'],
			subjects: ['history', 'drama', 'foreign-languages'],
			agesFrom: 12,
			agesTo: 14,
			pupilsExpected: 58,
			aims: 'Écouter, raconter et traduire : comprendre une histoire avant de la juger.',
			workPlan:
				'Automne : entretiens en famille. Hiver : écriture à deux classes. Printemps : répétitions à distance.',
			expectedResults: 'Une pièce en deux langues, jouée le même soir sur les deux rives.',
			tools: ['pages', 'video-meetings', 'music-and-sound', 'shared-documents'],
			themes: ['stories-and-theatre', 'migration'],
			competences: ['cultural-awareness', 'multilingual'],
			partnersWanted: 1,
		},
	},
	{
		founder: 'liis',
		cofounder: 'freja',
		granted: ['mette', 'anna'],
		weeksAgo: 3,
		locale: 'en',
		plan: {
			title: 'Robots in the forest',
			summary:
				'Small robots learn to find their way between real trees. One class programs by day, the other mends in the evening.',
			languages: ['en'],
			subjects: ['informatics', 'environmental-education'],
			agesFrom: 10,
			agesTo: 13,
			pupilsExpected: 40,
			aims: 'To plan, to fail, to describe the failure so that somebody far away can mend it.',
			workPlan: 'Each week one class drives, films and describes; the other changes the program.',
			expectedResults: 'A robot that finds the red tree in both forests.',
			tools: ['updates', 'pictures-and-videos', 'shared-documents'],
			themes: ['science-and-technology'],
			competences: ['digital', 'mathematical-and-science'],
		},
	},
	{
		founder: 'yasmine',
		cofounder: 'ines',
		granted: ['sonia', 'rui'],
		weeksAgo: 2,
		locale: 'ar',
		plan: {
			title: 'خبز على ضفتي البحر',
			summary: 'صفّان يخبزان خبز مدينتيهما، يزنان ويقيسان، ثم يحكي كلٌّ للآخر ما يعنيه الخبز في بيته.',
			languages: ['ar', 'fr', 'pt'],
			subjects: ['mathematics', 'home-economics', 'geography'],
			agesFrom: 11,
			agesTo: 13,
			pupilsExpected: 52,
			aims: 'أن يقيس التلاميذ ما يأكلون، وأن يصفوه بلغة أخرى.',
			workPlan: 'أكتوبر: الوصفات. نوفمبر: الخبز والقياس. ديسمبر: لقاء مرئي وتبادل الحكايات.',
			expectedResults: 'كتاب وصفات تطبعه المدرستان.',
			tools: ['pages', 'video-meetings', 'letters-and-parcels'],
		},
	},
	{
		founder: 'eleni',
		cofounder: 'lukas',
		granted: ['anna'],
		weeksAgo: 1,
		locale: 'en',
		plan: {
			title: 'A mountain, an island, one map',
			summary:
				'A valley in Styria and a harbour on Crete are paced out, drawn and laid together into a map of a country that does not exist.',
			languages: ['en', 'de', 'el'],
			subjects: ['art', 'mathematics', 'geography'],
			agesFrom: 8,
			agesTo: 12,
			pupilsExpected: 39,
			aims: 'To see that every map chooses what to show.',
			workPlan:
				'October: pacing and sketching. November to January: one scale for both. February: the legend.',
			expectedResults: 'A wall map that fits together at both schools.',
			tools: ['pages', 'maps', 'letters-and-parcels', 'exhibitions'],
		},
	},
	{
		founder: 'lukas',
		cofounder: 'amelie',
		granted: [],
		weeksAgo: 0,
		locale: 'en',
		plan: {
			title: 'Songs of the way to school',
			summary:
				'What do you hear between your door and the school gate? Two classes record it and make a song of each way.',
			languages: ['en', 'de', 'fr'],
			subjects: ['music', 'foreign-languages'],
			agesFrom: 9,
			agesTo: 12,
			pupilsExpected: 43,
			aims: 'To listen closely, and to make something new of what somebody else has heard.',
			workPlan:
				'November: listening. December: recording. January to March: each class sets the other’s way to music.',
			expectedResults: 'Two songs and a short concert over video.',
			tools: ['updates', 'music-and-sound', 'video-meetings'],
		},
	},
];

/** Lets the people of the world found the demo's projects, once, on the freshly built world; short ids by title. */
export async function addDemoProjects(ctx: Context): Promise<Map<string, string>> {
	const projects = new Map<string, string>();
	for (const demo of demoProjects) {
		const then = new Date(ctx.now.getTime() - demo.weeksAgo * 7 * 24 * 3600 * 1000);
		projects.set(demo.plan.title, await addDemoProject({ ...ctx, now: then, locale: demo.locale }, demo));
	}
	return projects;
}

async function addDemoProject(ctx: Context, demo: DemoProject): Promise<string> {
	const { founder, cofounder } = demo;
	await makeContacts(ctx, founder, cofounder);
	const asFounder = { ...ctx, actor: teacher(founder) };
	const { address } = must(await foundProject(asFounder, { kind: 'european', title: demo.plan.title }));
	const project = address.slice(-8);
	const plan = { ...emptyPlan, ...demo.plan, startsIn: monthFrom(ctx.now, 0), endsIn: monthFrom(ctx.now, 7) };
	must(await savePlan(asFounder, { project, version: 1, cofounder: people[cofounder].id, plan }));
	const { invitation } = must(await inviteCofounder(asFounder, { project }));
	const school = schools[people[cofounder].school].id;
	must(await acceptInvitation({ ...ctx, actor: teacher(cofounder) }, { invitation, school }));
	for (const name of demo.granted) await grant(ctx, project, name);
	return project;
}

/** The officer grants every step that waits at the officer's own desk. */
async function grant(ctx: Context, shortId: string, name: Officer): Promise<void> {
	const actor = await officer(ctx, name);
	const { id } = await ctx.db
		.selectFrom('projects.project')
		.select('id')
		.where('short_id', '=', shortId)
		.executeTakeFirstOrThrow();
	const chain = (await chainsFor({ ...ctx, actor }, 'project', [id])).get(id);
	for (const step of chain?.steps ?? []) {
		const mine = step.organisation.id === actor.organisation || actor.officeKind === 'central';
		if (mine && step.state === 'waiting') must(await grantStep({ ...ctx, actor }, { step: step.id }));
	}
}

async function makeContacts(ctx: Context, one: Teacher, other: Teacher): Promise<void> {
	const [person_a_id = '', person_b_id = ''] = [people[one].id, people[other].id].sort();
	await ctx.db
		.insertInto('contacts.contact')
		.values({ person_a_id, person_b_id, since: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

function monthFrom(now: Date, months: number): string {
	return `${new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7)}-01`;
}
