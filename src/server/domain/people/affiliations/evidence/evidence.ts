/** What shows that somebody works at a school: types and pure rules. */
import type { PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import type { AffiliationId } from '../affiliation.ts';

/** off: nobody is asked. shown: an officer decides and sees it. decides: it validates where no officer is needed. */
export const weights = ['off', 'shown', 'decides'] as const;
export type Weight = (typeof weights)[number];

/** The rule of one support organisation as it holds now. */
export type EvidenceRule = {
	readonly head: Weight;
	readonly colleagues: Weight;
	readonly colleaguesNeeded: number;
	/** Days for which a colleague must have been validated. */
	readonly colleagueAfterDays: number;
	readonly linkDays: number;
	/** Working days of the school's country until the school is reminded. */
	readonly remindAfterDays: number;
};

export const headAnswers = ['works-here', 'not-known', 'wrong-school'] as const;
export type HeadAnswer = (typeof headAnswers)[number];

export const colleagueAnswers = ['works-here', 'not-known'] as const;
export type ColleagueAnswer = (typeof colleagueAnswers)[number];

export type HeadLetter = {
	readonly id: string;
	readonly affiliation: AffiliationId;
	readonly writtenAt: Date;
	readonly remindedAt: Date | undefined;
	readonly expiresAt: Date;
	readonly closedAt: Date | undefined;
	readonly answer: HeadAnswer | undefined;
	readonly answeredAt: Date | undefined;
};

export type Vouch = {
	readonly person: PersonId;
	readonly says: ColleagueAnswer;
	/** Which browser it came from; undefined where none is known. */
	readonly browser: string | undefined;
	readonly madeAt: Date;
};

/** Where a school is written to. */
export type Mailbox = {
	readonly id: string;
	readonly school: string;
	readonly address: string;
	readonly locale: Locale;
	readonly source: 'register' | 'officer';
	readonly sourcePage: string | undefined;
	readonly enteredAt: Date;
};

const day = 24 * 3_600_000;

/** A school that came from no register and has nobody yet: whoever comes first there is looked at by an officer. */
export function needsOfficer(school: { readonly fromRegister: boolean; readonly teachers: number }): boolean {
	return !school.fromRegister && school.teachers === 0;
}

/** Since when somebody must have been validated to speak for a colleague now. */
export function validatedBefore(rule: EvidenceRule, now: Date): Date {
	return new Date(now.getTime() - rule.colleagueAfterDays * day);
}

/**
 * How many colleagues speak for the person, each machine once: two accounts in one browser may be one hand. A vouch
 * without a known browser speaks for nobody.
 */
export function voicesFor(vouches: readonly Vouch[]): number {
	const browsers = vouches.flatMap(({ says, browser }) =>
		says === 'works-here' && browser ? [browser] : [],
	);
	return new Set(browsers).size;
}

/** Whether what is there validates the place, and by which way. A word against it leaves it to an officer. */
export function decidedBy(
	rule: EvidenceRule,
	evidence: { readonly letters: readonly HeadLetter[]; readonly vouches: readonly Vouch[] },
	officerIsNeeded: boolean,
): 'head' | 'colleagues' | undefined {
	const answers = evidence.letters.flatMap(({ answer }) => answer ?? []);
	const isDoubted =
		answers.some((answer) => answer !== 'works-here') ||
		evidence.vouches.some(({ says }) => says === 'not-known');
	if (officerIsNeeded || isDoubted) return undefined;
	if (rule.head === 'decides' && answers.includes('works-here')) return 'head';
	const voices = voicesFor(evidence.vouches);
	return rule.colleagues === 'decides' && voices >= rule.colleaguesNeeded ? 'colleagues' : undefined;
}

/** The school's own website is where the address lies: a hint for the officer, nothing more. */
export function isSchoolDomain(address: string, website: string | null): boolean {
	const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
	if (website === null || !URL.canParse(website)) return false;
	const host = new URL(website).hostname.replace(/^www\./, '');
	return domain === host || domain.endsWith(`.${host}`);
}
