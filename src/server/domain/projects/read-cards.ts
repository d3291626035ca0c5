/** Open projects as everybody may see them: in lists, on the home page, beside other things. */
import { countryLabels, type CountryLabel } from '#domain/places';
import type { Context } from '#platform/context';
import { isId } from '#platform/ids';
import { searchableWords } from '#shared/folding';
import type { Subject } from '#shared/vocabulary';
import { addressOf } from './address.ts';
import {
	countOpenProjects,
	openProjectRows,
	projectCardRows,
	projectRowsOfSchool,
	type CardRow,
} from './cards.sql.ts';
import { agesText, languageNames, subjectNames } from './plan-texts.ts';
import type { ProjectId } from './project.ts';

export type CardSchool = {
	readonly id: string;
	readonly name: string;
	readonly town: string;
	readonly country: CountryLabel;
};

/** The cover of a project: no name of a person. */
export type ProjectCard = {
	readonly id: ProjectId;
	readonly address: string;
	readonly title: string;
	readonly summary: string;
	/** The language of title and summary. */
	readonly lang: string;
	/** In the order in which they joined: founder's, co-founder's, partners'. */
	readonly schools: readonly CardSchool[];
	readonly ages: string | undefined;
	readonly languages: string;
	readonly subjects: string;
};

export type OpenProjects = {
	readonly projects: readonly ProjectCard[];
	/** Where the next page begins. */
	readonly next: string | undefined;
};

export type OpenProjectsSearch = {
	readonly text?: string | undefined;
	readonly age?: number | undefined;
	readonly subject?: Subject | undefined;
	readonly before?: string | undefined;
};

const onAPage = 18;
const mostWords = 8;

/** Projects that run, the newest first, a page at a time; open-to-all. */
export async function openProjects(ctx: Context, search: OpenProjectsSearch): Promise<OpenProjects> {
	const words = searchableWords(search.text ?? '').slice(0, mostWords);
	const query = { words, age: search.age, subject: search.subject, before: positionOf(search.before) };
	return pageOf(ctx, await openProjectRows(ctx, query, onAPage + 1), onAPage);
}

const besideASchool = 6;

/** Open and closed projects of a school, the newest first, a few at a time; open-to-all. */
export async function projectsOfSchool(
	ctx: Context,
	school: { readonly id: string },
	before?: string,
): Promise<OpenProjects> {
	const rows = await projectRowsOfSchool(ctx, school.id, positionOf(before), besideASchool + 1);
	return pageOf(ctx, rows, besideASchool);
}

async function pageOf(ctx: Context, rows: readonly CardRow[], most: number): Promise<OpenProjects> {
	const shown = rows.slice(0, most);
	const last = shown.at(-1);
	return {
		projects: await cardsOf(ctx, shown),
		next: last && rows.length > most ? `${last.opened_at.getTime()}~${last.id}` : undefined,
	};
}

/** The newest projects, for the home page; open-to-all. */
export async function livingProjects(ctx: Context, most: number): Promise<ProjectCard[]> {
	return cardsOf(ctx, await openProjectRows(ctx, { words: [] }, most));
}

/** Covers of open and closed projects by id; others are left out. */
export async function projectCards(
	ctx: Context,
	ids: readonly ProjectId[],
): Promise<Map<ProjectId, ProjectCard>> {
	if (ids.length === 0) return new Map();
	const cards = await cardsOf(ctx, await projectCardRows(ctx, { ids }));
	return new Map(cards.map((card) => [card.id, card]));
}

export type ProjectCounts = {
	readonly projects: number;
	readonly schools: number;
	readonly countries: number;
};

/** Counting all of Europe for every visitor would be a waste: a process asks once a minute. */
const freshFor = 60_000;
let held:
	{ readonly db: Context['db']; readonly at: number; readonly counts: Promise<ProjectCounts> } | undefined;

/** How much goes on, as it was within the last minute. */
export async function projectCounts(ctx: Context): Promise<ProjectCounts> {
	const at = ctx.now.getTime();
	if (held?.db === ctx.db && Math.abs(at - held.at) < freshFor) return held.counts;
	const counts = countOpenProjects(ctx);
	const asked = { db: ctx.db, at, counts };
	held = asked;
	// a failed count is asked for again by the next visitor
	counts.catch(() => {
		if (held === asked) held = undefined;
	});
	return counts;
}

async function cardsOf(ctx: Context, rows: readonly CardRow[]): Promise<ProjectCard[]> {
	const label = await countryLabels(ctx);
	return rows.map((row) => ({
		id: row.id,
		address: addressOf(row.title, row.short_id),
		title: row.title,
		summary: row.summary,
		lang: row.locale,
		schools: schoolsOf(row, label),
		ages: agesText({ agesFrom: row.ages_from ?? undefined, agesTo: row.ages_to ?? undefined }),
		languages: languageNames(row, ctx.locale),
		subjects: subjectNames(row, ctx.locale),
	}));
}

/** A school once, however many of its teachers take part. */
function schoolsOf(row: CardRow, label: (code: string) => CountryLabel): CardSchool[] {
	const schools = new Map<string, CardSchool>();
	for (const { school } of row.partners) {
		if (school && !schools.has(school.id))
			schools.set(school.id, { ...school, country: label(school.country) });
	}
	return [...schools.values()];
}

function positionOf(text: string | undefined): { openedAt: Date; id: ProjectId } | undefined {
	const [, at = '', id = ''] = /^(\d{1,15})~(.+)$/.exec(text ?? '') ?? [];
	return isId(id) ? { openedAt: new Date(Number(at)), id } : undefined;
}
