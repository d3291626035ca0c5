/** Teachers and posts that fit the own classes, each with the reasons why. */
import { contactsFor, howTheyAnswer } from '#domain/contacts';
import { ownProfile, personCards, validatedAffiliations } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import { schoolCards, type SchoolId } from '#domain/schools';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { granted, type Granted } from '#platform/result';
import { personOf, type PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { classCardsOf } from '../class-cards/class-cards.sql.ts';
import type { ClassCard, ClassCardId } from '../class-cards/class-card.ts';
import { freeWeeks, minutesOf } from '../class-cards/class-time.ts';
import { bandsOf, eachGroup, type Chosen, type Kind } from '../groups.ts';
import type { PartnerHit } from '../partner-search.ts';
import type { PartnerQuery } from '../query.ts';
import { hitsFor } from '../read-hits.ts';
import { searchPartners } from '../search-partners.ts';
import { weigh, type Liveness, type Reason, type Side } from './reasons.ts';
import { countriesWantedBy, lastHere, putAway, putAwayBy, takeBack } from './suggestions.sql.ts';
import { wornWords } from './wishes.ts';

export type Suggested = Extract<PartnerHit, { readonly kind: 'person' | 'post' }>;

export type Suggestion = {
	readonly hit: Suggested;
	/** Never empty; the heaviest things come first in `reasons.ts`, not here. */
	readonly reasons: readonly Reason[];
	/** What is known of how they answer. */
	readonly liveness: Liveness;
	/** Their class that fits best. */
	readonly theirClass: ClassCard | undefined;
};

export type Suggestions = {
	/** My classes; one can ask for suggestions for each. */
	readonly classes: readonly ClassCard[];
	/** The class they are for; undefined when they follow from the profile. */
	readonly class: ClassCard | undefined;
	/** False when neither a class nor the profile says enough to suggest anybody. */
	readonly known: boolean;
	readonly suggestions: readonly Suggestion[];
	/** The time zone of the class they are for. */
	readonly zone: string | undefined;
	/** How many are put away. */
	readonly putAway: number;
	/** The index is being made: nothing is known yet. */
	readonly gettingReady: boolean;
};

export const mostSuggestions = 12;
/** So many pages of the search are weighed, of teachers and of posts, the newest first. */
const pagesWeighed = 3;

/**
 * For one of my classes, or for what my profile says. Only whom the partner search would find: nobody hidden, blocked
 * or not validated; nobody of my own schools, no contact of mine but with a post, and nothing I have put away.
 */
export async function suggestPartners(ctx: Context, wanted?: ClassCardId): Promise<Suggestions> {
	demand(ctx, 'partners.search');
	const me = personOf(ctx.actor) ?? '';
	const classes = await classCardsOf(ctx, [me]);
	const chosen = classes.find(({ id }) => id === wanted) ?? classes[0];
	const clocks = await clocksOf(ctx, chosen ? [chosen] : []);
	const mine = chosen ? sideOfClass(ctx, chosen, clocks) : await sideOfProfile(ctx);
	const away = await putAwayBy(ctx, me);
	const nothing = {
		...{ classes, class: chosen, putAway: away.length, suggestions: [], zone: undefined },
		gettingReady: false,
	};
	if (mine.languages.length === 0) return { ...nothing, known: false };
	const found = await candidates(ctx, mine);
	// a teacher who is put away is not suggested by a post either
	const hits = found.hits.filter(({ id, card }) => !away.includes(id) && !away.includes(card.id));
	const suggestions = await weighAll(ctx, me, mine, await withoutThoseIKnow(ctx, me, hits));
	const zone = chosen && clocks.get(chosen.school);
	return { ...nothing, known: true, suggestions, zone, gettingReady: found.gettingReady };
}

/** "Not for me": this teacher or post is not suggested any more. Twice changes nothing more. NotFound for all else. */
export async function putSuggestionAway(
	ctx: Context,
	input: { readonly thing: string },
): Promise<Granted<undefined>> {
	demand(ctx, 'partners.search');
	const [hit] = isId(input.thing) ? await hitsFor(ctx, [input.thing]) : [];
	if (hit?.kind !== 'person' && hit?.kind !== 'post') throw new NotFound('suggestion');
	await putAway(ctx, personOf(ctx.actor) ?? '', input.thing);
	return granted();
}

/** Lets one thing be suggested again, or everything that was put away. */
export async function takeSuggestionsBack(
	ctx: Context,
	input: { readonly thing?: string | undefined },
): Promise<Granted<undefined>> {
	demand(ctx, 'partners.search');
	await takeBack(ctx, personOf(ctx.actor) ?? '', input.thing);
	return granted();
}

function sideOfClass({ now }: Context, card: ClassCard, clocks: ReadonlyMap<SchoolId, string>): Side {
	const { agesFrom, agesTo, languages, subjects, months, weekdays, pupils, wishes } = card;
	const zone = clocks.get(card.school);
	return {
		...{ agesFrom, agesTo, languages, subjects, months, weekdays, pupils, wishes },
		weeks: freeWeeks(card, now),
		hours: zone && card.hours ? minutesOf(card.hours, zone, now) : undefined,
	};
}

/** The time zones of the schools of these classes. */
async function clocksOf(ctx: Context, classes: readonly ClassCard[]): Promise<Map<SchoolId, string>> {
	const cards = await schoolCards(
		ctx,
		classes.map(({ school }) => school),
	);
	const zones = new Map<SchoolId, string>();
	for (const { id, country } of cards.values()) zones.set(id, await timeZoneOf(ctx, country));
	return zones;
}

async function sideOfProfile(ctx: Context): Promise<Side> {
	const profile = await ownProfile(ctx);
	return {
		agesFrom: profile.agesFrom ?? null,
		agesTo: profile.agesTo ?? null,
		languages: profile.languages.map(({ language }) => language),
		subjects: profile.subjects,
		...noTime,
		wishes: profile.wishes,
	};
}

/** Nothing is known of when there is time. */
const noTime = { months: [], weekdays: [], pupils: undefined, weeks: [], hours: undefined };

/** Whoever shares a language, and ages where they are known: those with a subject in common first, then the others. */
async function candidates(
	ctx: Context,
	mine: Side,
): Promise<{ hits: readonly Suggested[]; gettingReady: boolean }> {
	const hits = new Map<string, Suggested>();
	let gettingReady = false;
	for (const kind of ['person', 'post'] as const) {
		for (const subjects of mine.subjects.length > 0 ? [mine.subjects, []] : [[]]) {
			let query: PartnerQuery | undefined = queryFor(mine, kind, subjects);
			for (let page = 0; page < pagesWeighed && query; page++) {
				const found = await searchPartners(ctx, query);
				gettingReady ||= found.gettingReady;
				for (const hit of found.hits) if (hit.kind === 'person' || hit.kind === 'post') hits.set(hit.id, hit);
				query = found.next && { ...query, after: found.next };
			}
		}
	}
	return { hits: [...hits.values()], gettingReady };
}

function queryFor(mine: Side, kind: Kind, subjects: readonly string[]): PartnerQuery {
	const chosen: Chosen = {
		...eachGroup((): readonly string[] => []),
		kind: [kind],
		language: mine.languages,
		subject: subjects,
		ages: bandsOf(mine.agesFrom, mine.agesTo),
		available: ['on'],
	};
	return { text: '', order: 'recent', chosen };
}

async function withoutThoseIKnow(
	ctx: Context,
	me: PersonId,
	hits: readonly Suggested[],
): Promise<readonly Suggested[]> {
	const contacts = new Set((await contactsFor(ctx)).map(({ id }) => id));
	const schools = new Set((await validatedAffiliations(ctx, me)).map(({ school }) => school));
	return hits.filter(
		({ kind, card }) =>
			// that a contact looks for partners again is news
			(kind === 'post' || !contacts.has(card.id)) && !(card.school && schools.has(card.school.id)),
	);
}

async function weighAll(
	ctx: Context,
	me: PersonId,
	mine: Side,
	hits: readonly Suggested[],
): Promise<Suggestion[]> {
	const people = [...new Set(hits.map(({ card }) => card.id))];
	const cards = await classCardsOf(ctx, people);
	const classes = Map.groupBy(cards, ({ person }) => person);
	const clocks = await clocksOf(ctx, cards);
	const worn = wornWords([...cards.map(({ wishes }) => wishes), ...hits.map(({ words }) => words)]);
	const alive = await livenessOf(ctx, people);
	const posts = hits.filter(({ kind }) => kind === 'post').map(({ id }) => id);
	const countries = await countriesWantedBy(ctx, posts);
	const myCountry = (await personCards(ctx, [me])).get(me)?.school?.country;
	const weighed = hits.flatMap((hit) => {
		const liveness = alive.get(hit.card.id) ?? unknown;
		const wanted = countries.get(hit.id) ?? [];
		// a post says itself which pupils it is for; a teacher may have several classes
		const theirs = hit.kind === 'post' ? [] : (classes.get(hit.card.id) ?? []);
		const best = [undefined, ...theirs]
			.flatMap((theirClass) => {
				const offer = {
					...(theirClass ? sideOfClass(ctx, theirClass, clocks) : sideOfHit(hit)),
					...liveness,
					founding: hit.founding,
					wantsMyCountry: myCountry !== undefined && wanted.includes(myCountry),
				};
				const found = weigh(mine, offer, worn);
				return found ? [{ hit, theirClass, liveness, ...found }] : [];
			})
			.sort((one, other) => other.weight - one.weight)[0];
		return best ? [best] : [];
	});
	weighed.sort((one, other) => other.weight - one.weight || one.hit.id.localeCompare(other.hit.id));
	return onePerPerson(weighed).slice(0, mostSuggestions);
}

/** The teacher and their post are one suggestion: the heavier of both. */
function onePerPerson<T extends { readonly hit: Suggested }>(weighed: readonly T[]): T[] {
	const seen = new Set<PersonId>();
	return weighed.filter(({ hit }) => !seen.has(hit.card.id) && seen.add(hit.card.id));
}

function sideOfHit({ agesFrom, agesTo, languages, subjects, words }: Suggested): Side {
	return { agesFrom, agesTo, languages, subjects, ...noTime, wishes: words };
}

const unknown: Liveness = {
	seenDaysAgo: undefined,
	asked: 0,
	answered: 0,
	answersWithinDays: undefined,
};

async function livenessOf(ctx: Context, people: readonly PersonId[]): Promise<Map<PersonId, Liveness>> {
	const seen = await lastHere(ctx, people);
	const answers = await howTheyAnswer(ctx, people);
	return new Map(
		people.map((person) => {
			const here = seen.get(person);
			const seenDaysAgo = here && Math.max(0, Math.floor((ctx.now.getTime() - here.getTime()) / 86_400_000));
			return [person, { ...unknown, ...answers.get(person), seenDaysAgo }];
		}),
	);
}
