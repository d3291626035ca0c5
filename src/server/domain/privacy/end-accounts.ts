/** Accounts that nobody uses, and those that nobody ever confirmed, end by themselves: warned first, then forgotten. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { parts } from '#platform/part';
import { keptTimes, overBefore } from '#platform/retention';
import type { PersonId, System } from '#shared/actor';
import { accountRules, nextStep, type AccountRule, type Schedule } from './accounts.ts';
import { erasePerson } from './erase-person.ts';
import { insertWarning, warningsOf } from './warnings.sql.ts';

declare module '#platform/part' {
	interface Part {
		/** Persons whose account nobody used since before that moment, the longest first; by the part that has accounts. */
		readonly idleAccounts?: (
			ctx: Context,
			before: Date,
			most: number,
		) => Promise<readonly { readonly person: PersonId; readonly lastActiveAt: Date }[]>;
		/** Which of these persons are somebody here, or were once: their account is more than a request to join. */
		readonly knowsAmong?: (ctx: Context, persons: readonly PersonId[]) => Promise<ReadonlySet<PersonId>>;
	}
}

const day = 24 * 3600 * 1000;
/** So many are looked at in an hour; who is left comes with the next. */
const atOnce = 500;

/** The hourly job. Running it twice warns and forgets nobody more. open-to-all: only the worker runs it. */
export async function endAccounts(ctx: Context<System>): Promise<void> {
	for (const rule of accountRules) {
		const schedule = await scheduleOf(ctx, rule);
		const first = new Date(schedule.over.getTime() + (schedule.daysBefore[0] ?? 0) * day);
		const idle = await idleSince(ctx, first);
		const known = rule.reason === 'pending' ? await knownAmong(ctx, [...idle.keys()]) : new Set<PersonId>();
		for (const [person, lastActiveAt] of idle) {
			if (!known.has(person)) await stepOn(ctx, { person, lastActiveAt, reason: rule.reason, schedule });
		}
	}
}

async function scheduleOf(ctx: Context, rule: AccountRule): Promise<Schedule> {
	const times = await keptTimes(ctx);
	// letters are counted in days, whatever the unit of the account's own time
	return {
		over: await overBefore(ctx, rule.idle),
		daysBefore: rule.warnings.map((name) => times[name].amount),
	};
}

async function idleSince(ctx: Context, before: Date): Promise<Map<PersonId, Date>> {
	const idle = new Map<PersonId, Date>();
	for (const part of parts()) {
		for (const { person, lastActiveAt } of (await part.idleAccounts?.(ctx, before, atOnce)) ?? [])
			idle.set(person, lastActiveAt);
	}
	return idle;
}

async function knownAmong(ctx: Context, persons: readonly PersonId[]): Promise<Set<PersonId>> {
	const known = new Set<PersonId>();
	if (persons.length === 0) return known;
	for (const part of parts()) {
		for (const person of (await part.knowsAmong?.(ctx, persons)) ?? []) known.add(person);
	}
	return known;
}

type Idle = {
	readonly person: PersonId;
	readonly lastActiveAt: Date;
	readonly reason: AccountRule['reason'];
	readonly schedule: Schedule;
};

async function stepOn(ctx: Context, { person, lastActiveAt, reason, schedule }: Idle): Promise<void> {
	const next = nextStep(ctx.now, lastActiveAt, await warningsOf(ctx, person, reason), schedule);
	if (next.step === 'erase') await erasePerson(ctx, person, reason);
	if (next.step !== 'warn') return;
	const { place, days } = next;
	await inTransaction(ctx, async (inside) => {
		await insertWarning(inside, { person, reason, place });
		await emit(inside, 'notice', { to: [person], kind: `account-${reason}`, params: { days }, path: '/me' });
	});
}
