/** When an account ends by itself, and when its person is told before. Pure. */
import type { RetentionRule } from '#platform/retention';
import type { ErasureReason } from './erase-person.ts';

/** The rules of one reason: how long nobody may use the account, and how long before its end each letter is written. */
export type AccountRule = {
	readonly reason: Extract<ErasureReason, 'idle' | 'pending'>;
	readonly idle: RetentionRule;
	readonly warnings: readonly RetentionRule[];
};

/** The order counts: whoever is told for one reason is not told for the next. */
export const accountRules: readonly AccountRule[] = [
	{ reason: 'pending', idle: 'account_pending', warnings: ['account_pending_warned'] },
	{ reason: 'idle', idle: 'account_idle', warnings: ['account_warned', 'account_warned_last'] },
];

const day = 24 * 3600 * 1000;

export type Warned = { readonly place: number; readonly at: Date };

/** Days before the end at which each letter is written, the first letter first. */
export type Schedule = { readonly over: Date; readonly daysBefore: readonly number[] };

export type NextStep =
	| { readonly step: 'wait' | 'erase' }
	| { readonly step: 'warn'; readonly place: number; readonly days: number };

/**
 * What is to be done with an account that was last used at that moment. However long it lay, or the worker slept: no
 * letter is left out, and between two letters, and after the last, there is all the time that was promised.
 */
export function nextStep(
	now: Date,
	lastActiveAt: Date,
	warned: readonly Warned[],
	{ over, daysBefore }: Schedule,
): NextStep {
	const said = warned.filter(({ at }) => at > lastActiveAt);
	const last = said.reduce<Date | undefined>(
		(latest, { at }) => (!latest || at > latest ? at : latest),
		undefined,
	);
	const days = daysBefore[said.length];
	if (last === undefined) {
		const due = lastActiveAt.getTime() <= over.getTime() + (days ?? 0) * day;
		return due && days !== undefined ? { step: 'warn', place: 1, days } : { step: 'wait' };
	}
	const between = (daysBefore[said.length - 1] ?? 0) - (days ?? 0);
	if (now.getTime() < last.getTime() + between * day) return { step: 'wait' };
	return days === undefined ? { step: 'erase' } : { step: 'warn', place: said.length + 1, days };
}
