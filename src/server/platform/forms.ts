/** A form sent twice has one effect: the answer is kept with the form's key in the use case's transaction. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { actorKinds, personOf, type PersonId } from '#shared/actor';
import type { Context } from './context.ts';
import { inTransaction } from './database.ts';
import { SignedOut } from './errors.ts';
import { keyedHash, sha256 } from './ids.ts';
import { installation } from './installation.ts';
import { overBefore } from './retention.ts';

export type SentForm = {
	/** Route and action, such as `projects/found?/submit`. */
	readonly form: string;
	/** The random key the form carried. */
	readonly key: string;
	/** Everything that was sent, in order, without the key. */
	readonly body: string;
};

/**
 * A random key for the forms of one page. It tells for whom the page was made: at a shared tablet one child's open page
 * outlives that child's session, and what is written there is not sent under the name of the next.
 */
export function newFormKey(ctx: Context): string {
	const owner = ownerTag(ctx);
	return owner === undefined ? randomUUID() : `for-${owner}-${randomUUID()}`;
}

function isMadeForAnother(ctx: Context, key: string): boolean {
	const [, owner] = /^for-([0-9a-f]{8})-/.exec(key) ?? [];
	const mine = ownerTag(ctx);
	return owner !== undefined && mine !== undefined && owner !== mine;
}

function ownerTag({ actor }: Context): string | undefined {
	const owner = personOf(actor) ?? (actor.kind === 'pupil' ? actor.pupil : undefined);
	return owner && keyedHash(installation().secret, `forms of ${owner}`).toString('hex').slice(0, 8);
}

/**
 * Runs work once for this actor, form, key and body, and answers every repetition with the kept answer,
 * also twenty at the same moment. Another body under the same key is a new attempt. A refusal keeps
 * nothing. The answer must be JSON. Throws SignedOut for a form of a page that was made for somebody else.
 */
export async function once<T, A extends Context>(
	ctx: A,
	sent: SentForm,
	work: (ctx: A) => Promise<T>,
): Promise<T> {
	if (isMadeForAnother(ctx, sent.key)) throw new SignedOut('form-of-another');
	return inTransaction(ctx, async (inside) => {
		// keyed: a form may hold a password, and a plain hash of it could be guessed
		const row = {
			...actorKey(ctx),
			form: sent.form,
			key: sent.key,
			body_hash: keyedHash(installation().secret, sent.body),
		};
		await lockForm(inside, sent);
		const kept = await inside.db
			.selectFrom('platform.form_answer')
			.select('answer')
			.where('actor', '=', row.actor)
			.where('form', '=', row.form)
			.where('key', '=', row.key)
			.where('body_hash', '=', row.body_hash)
			.executeTakeFirst();
		if (kept) return kept.answer as T;
		const answer = await work(inside);
		await inside.db
			.insertInto('platform.form_answer')
			.values({ ...row, answer: JSON.stringify(answer ?? null), answered_at: ctx.now })
			.execute();
		return answer;
	});
}

/** Repetitions queue up behind the first until it has committed or rolled back. */
async function lockForm(ctx: Context, sent: SentForm): Promise<void> {
	const hash = sha256(`${actorKey(ctx).actor} ${sent.form} ${sent.key} ${sent.body}`).readBigInt64BE();
	await sql`select pg_advisory_xact_lock(${hash.toString()}::bigint)`.execute(ctx.db);
}

function actorKey(ctx: Context): { actor: string } {
	const { actor } = ctx;
	return { actor: `${actor.kind}:${personOf(actor) ?? (actor.kind === 'pupil' ? actor.pupil : '')}` };
}

/** What a person's forms were answered is gone, in whatever capacity they were sent. */
export async function forgetFormAnswersOf(ctx: Context, person: PersonId): Promise<void> {
	const keys = actorKinds.map((kind) => `${kind}:${person}`);
	await ctx.db.deleteFrom('platform.form_answer').where('actor', 'in', keys).execute();
}

/** The hourly job that forgets answers nobody sends the form for any more. */
export async function forgetFormAnswers(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'form_answer');
	await ctx.db.deleteFrom('platform.form_answer').where('answered_at', '<', over).execute();
}
