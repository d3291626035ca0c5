import { expect, test } from 'vitest';
import { signIn } from '#domain/people';
import { TooOften } from '#platform/errors';
import { networkOf } from '#platform/limits';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { here, network, passPhrase, withLogin } from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();

/** How a guess ended: looked at, or refused before the password was looked at. */
async function guess(email: string, from: string, password = 'wrong wrong wrong') {
	return signIn(database.as(visitor), { email, password, ...here, network: from }).then(
		(outcome) => (outcome.ok ? 'in' : 'looked at'),
		(error: unknown) => {
			if (error instanceof TooOften) return 'too often';
			throw error;
		},
	);
}

test.each(['ines@school.example', 'nobody@school.example'])(
	'of a thousand guesses at %s from a thousand addresses at most twenty are looked at',
	async (email) => {
		await withLogin(database.as(visitor), 'ines');
		const outcomes: string[] = [];
		for (let at = 0; at < 1000; at++)
			outcomes.push(await guess(email, networkOf(`2001:db8:${at.toString(16)}::1`)));
		expect(outcomes.filter((outcome) => outcome === 'looked at').length).toBeLessThanOrEqual(20);
		expect(new Set(outcomes)).toEqual(new Set(['looked at', 'too often']));
	},
);

test('V6: a whole IPv6 household counts as one network', () => {
	expect(networkOf('2001:db8:1:2:3::1')).toBe(networkOf('2001:db8:1:2:ffff::9'));
});

test('V6: thirty teachers of one school sign in together, and again, from one address', async () => {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	for (let teacher = 0; teacher < 30; teacher++) expect(await guess(email, network, passPhrase)).toBe('in');
});

test('who signs in at last starts again at nought', async () => {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	for (let round = 0; round < 2; round++) {
		for (let at = 0; at < 9; at++) expect(await guess(email, network)).toBe('looked at');
		expect(await guess(email, network, passPhrase)).toBe('in');
	}
});

test('V6: known and unknown addresses take the same time', async () => {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
	for (let at = 0; at < 7; at++) {
		for (const [who, address] of [
			['known', email],
			['unknown', `nobody${at}@school.example`],
		] as const) {
			const from = performance.now();
			await guess(address, network);
			times[who].push(performance.now() - from);
		}
	}
	const median = (list: number[]) => list.toSorted((one, other) => one - other)[3] ?? 0;
	// the long run with 200 of each holds 10 %; seven of each on a busy machine hold less
	expect(Math.abs(median(times.known) / median(times.unknown) - 1)).toBeLessThan(0.4);
});
