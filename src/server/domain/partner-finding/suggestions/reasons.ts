/**
 * Why a teacher or a post is suggested: each reason is a fact that both sides can check, and has a weight. There is
 * nothing else in the order of suggestions. Rule: domain 11, complaint 19 (posts that nobody answers).
 */
import type { LanguageCode, Subject } from '#shared/vocabulary';

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
	| { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
	| { readonly kind: 'size'; readonly mine: number; readonly theirs: number }
	| { readonly kind: 'answers'; readonly days: number }
	| { readonly kind: 'seen'; readonly days: number }
	| { readonly kind: 'wants-my-country' }
	| { readonly kind: 'founding' };

export type Weighed = { readonly reasons: readonly Reason[]; readonly weight: number };

/** Undefined where nothing can come of it: no language in common, or pupils of other ages. */
export function weigh(mine: Side, theirs: Offer): Weighed | undefined {
	const languages = inCommon(mine.languages, theirs.languages) as LanguageCode[];
	if (languages.length === 0) return undefined;
	const ages = agesInCommon(mine, theirs);
	if (ages === 'none') return undefined;
	const found: [Reason, number][] = [];
	if (ages) found.push([{ kind: 'ages', ...ages }, 3 + Math.min(ages.to - ages.from, 2)]);
	found.push([{ kind: 'languages', languages }, 2 + Math.min(languages.length, 3)]);
	const subjects = inCommon(mine.subjects, theirs.subjects) as Subject[];
	if (subjects.length > 0) found.push([{ kind: 'subjects', subjects }, 2 * Math.min(subjects.length, 3)]);
	const months = inCommon(mine.months, theirs.months);
	if (months.length > 0) found.push([{ kind: 'months', months }, Math.min(months.length, 3)]);
	const weekdays = inCommon(mine.weekdays, theirs.weekdays);
	if (weekdays.length > 0) found.push([{ kind: 'weekdays', weekdays }, 1]);
	if (mine.pupils && theirs.pupils && areAlike(mine.pupils, theirs.pupils))
		found.push([{ kind: 'size', mine: mine.pupils, theirs: theirs.pupils }, 1]);
	if (theirs.wantsMyCountry) found.push([{ kind: 'wants-my-country' }, 3]);
	if (theirs.founding) found.push([{ kind: 'founding' }, 2]);
	found.push(...aliveness(theirs));
	const weight = found.reduce((sum, [, each]) => sum + each, 0) - silence(theirs);
	return { reasons: found.map(([reason]) => reason), weight };
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
