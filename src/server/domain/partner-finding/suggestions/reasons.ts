/**
 * Why a teacher or a post is suggested: each reason is a fact that both sides can check, and has a weight. There is
 * nothing else in the order of suggestions. Rule: domain 11, complaint 19 (posts that nobody answers).
 */
import type { LanguageCode, Subject } from '#shared/vocabulary';
import { termOf, type Minutes, type Term } from '../class-cards/class-time.ts';
import { wishesInCommon } from './wishes.ts';

/** What somebody looks for, or offers. */
export type Side = {
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly languages: readonly string[];
	readonly subjects: readonly string[];
	/** Of a class: when it has time, and its size. */
	readonly months: readonly number[];
	readonly weekdays: readonly number[];
	readonly pupils: number | undefined;
	/** The weeks that come in which it is at school and has time; none where nothing is known. */
	readonly weeks: readonly string[];
	readonly hours: Minutes | undefined;
	readonly wishes: string;
};

/** How alive the other is. */
export type Liveness = {
	/** Days since they were last here, to the week. */
	readonly seenDaysAgo: number | undefined;
	/** Contact requests of the last half year that reached them. */
	readonly asked: number;
	/** How many of them were answered, and the middle one's days. */
	readonly answered: number;
	readonly answersWithinDays: number | undefined;
};

export type Offer = Side &
	Liveness & {
		readonly founding: boolean;
		/** A post that names the own country among those it looks for. */
		readonly wantsMyCountry: boolean;
	};

export type Reason =
	| { readonly kind: 'ages'; readonly from: number; readonly to: number }
	| { readonly kind: 'languages'; readonly languages: readonly LanguageCode[] }
	| { readonly kind: 'subjects'; readonly subjects: readonly Subject[] }
	| { readonly kind: 'months'; readonly months: readonly number[] }
	| { readonly kind: 'term'; readonly term: Term; readonly weeks: number }
	| { readonly kind: 'weekdays'; readonly weekdays: readonly number[]; readonly hours?: Minutes }
	| { readonly kind: 'wishes'; readonly words: readonly string[] }
	| { readonly kind: 'size'; readonly mine: number; readonly theirs: number }
	| { readonly kind: 'answers'; readonly days: number }
	| { readonly kind: 'seen'; readonly days: number }
	| { readonly kind: 'wants-my-country' }
	| { readonly kind: 'founding' };

export type Weighed = { readonly reasons: readonly Reason[]; readonly weight: number };

/** So many weeks of a term are enough for a project. */
const enoughWeeks = 6;
/** Hours in common shorter than this are none. */
const shortestMeeting = 20;

/** Undefined where nothing can come of it: no language in common, or pupils of other ages. */
export function weigh(mine: Side, theirs: Offer, worn: ReadonlySet<string> = new Set()): Weighed | undefined {
	const languages = inCommon(mine.languages, theirs.languages) as LanguageCode[];
	if (languages.length === 0) return undefined;
	const ages = agesInCommon(mine, theirs);
	if (ages === 'none') return undefined;
	const found: [Reason, number][] = [];
	if (ages) found.push([{ kind: 'ages', ...ages }, 3 + Math.min(ages.to - ages.from, 2)]);
	found.push([{ kind: 'languages', languages }, 2 + Math.min(languages.length, 3)]);
	const subjects = inCommon(mine.subjects, theirs.subjects) as Subject[];
	if (subjects.length > 0) found.push([{ kind: 'subjects', subjects }, 2 * Math.min(subjects.length, 3)]);
	const words = wishesInCommon(mine.wishes, theirs.wishes, worn);
	if (words.length > 0) found.push([{ kind: 'wishes', words }, 2 + words.length]);
	found.push(...timeInCommon(mine, theirs));
	if (mine.pupils && theirs.pupils && areAlike(mine.pupils, theirs.pupils))
		found.push([{ kind: 'size', mine: mine.pupils, theirs: theirs.pupils }, 1]);
	if (theirs.wantsMyCountry) found.push([{ kind: 'wants-my-country' }, 3]);
	if (theirs.founding) found.push([{ kind: 'founding' }, 2]);
	found.push(...aliveness(theirs));
	const weight = found.reduce((sum, [, each]) => sum + each, 0) - silence(theirs);
	return { reasons: found.map(([reason]) => reason), weight };
}

/** The term that fits both calendars, or at least months; days on which both work, and the hours where they are known. */
function timeInCommon(mine: Side, theirs: Side): [Reason, number][] {
	const found: [Reason, number][] = [];
	const term = termInCommon(inCommon(mine.weeks, theirs.weeks));
	const months = inCommon(mine.months, theirs.months);
	if (term) found.push([{ kind: 'term', ...term }, 3]);
	else if (months.length > 0) found.push([{ kind: 'months', months }, Math.min(months.length, 3)]);
	const weekdays = inCommon(mine.weekdays, theirs.weekdays);
	const hours = hoursInCommon(mine, theirs);
	// whoever works on the same day at other hours cannot meet
	if (weekdays.length === 0 || hours === 'none') return found;
	found.push([{ kind: 'weekdays', weekdays, ...(hours && { hours }) }, hours ? 2 : 1]);
	return found;
}

/** The term with most weeks in common, the sooner of two alike. */
function termInCommon(weeks: readonly string[]): { term: Term; weeks: number } | undefined {
	const byTerm = [...Map.groupBy(weeks, termOf)].flatMap(([term, its]) =>
		term && its.length >= enoughWeeks ? [{ term, weeks: its.length }] : [],
	);
	return byTerm.sort((one, other) => other.weeks - one.weeks)[0];
}

function hoursInCommon({ hours: mine }: Side, { hours: theirs }: Side): Minutes | 'none' | undefined {
	if (!mine || !theirs) return undefined;
	const [from, to] = [Math.max(mine.from, theirs.from), Math.min(mine.to, theirs.to)];
	return to - from < shortestMeeting ? 'none' : { from, to };
}

function aliveness({ answersWithinDays, seenDaysAgo }: Liveness): [Reason, number][] {
	const found: [Reason, number][] = [];
	if (answersWithinDays !== undefined && answersWithinDays <= 14)
		found.push([{ kind: 'answers', days: answersWithinDays }, answersWithinDays <= 3 ? 4 : 2]);
	if (seenDaysAgo !== undefined && seenDaysAgo <= 30)
		found.push([{ kind: 'seen', days: seenDaysAgo }, seenDaysAgo <= 7 ? 2 : 1]);
	return found;
}

/** Whoever was asked several times and answered nobody comes last. */
function silence({ asked, answered }: Liveness): number {
	return asked >= 3 && answered === 0 ? 8 : 0;
}

function agesInCommon(mine: Side, theirs: Side): { from: number; to: number } | 'none' | undefined {
	if (mine.agesFrom === null || mine.agesTo === null) return undefined;
	if (theirs.agesFrom === null || theirs.agesTo === null) return undefined;
	const [from, to] = [Math.max(mine.agesFrom, theirs.agesFrom), Math.min(mine.agesTo, theirs.agesTo)];
	return from > to ? 'none' : { from, to };
}

function areAlike(one: number, other: number): boolean {
	return Math.abs(one - other) <= 5;
}

function inCommon<T>(mine: readonly T[], theirs: readonly T[]): T[] {
	return mine.filter((each) => theirs.includes(each));
}
