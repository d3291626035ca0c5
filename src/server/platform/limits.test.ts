import { expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { TooOften } from './errors.ts';
import { countAgainst, forgetCount, giveBack, networkOf } from './limits.ts';
import { testDatabase } from '../../../tests/world/database.ts';

const database = testDatabase();
const limit = { name: 'test.knock', most: 2, seconds: 3600 };

test('the third knock within the hour is too many, and says when to come back', async () => {
	const ctx = database.as(visitor);
	await countAgainst(ctx, limit, 'door');
	await countAgainst(ctx, limit, 'door');
	await expect(countAgainst(ctx, limit, 'door')).rejects.toThrow(TooOften);
	await countAgainst(ctx, limit, 'another door');
});

test('what is given back or forgotten does not count', async () => {
	const ctx = database.as(visitor);
	for (let knock = 0; knock < 5; knock++) {
		await countAgainst(ctx, limit, 'door');
		await giveBack(ctx, limit, 'door');
	}
	await countAgainst(ctx, limit, 'door');
	await countAgainst(ctx, limit, 'door');
	await forgetCount(ctx, limit, 'door');
	await countAgainst(ctx, limit, 'door');
});

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
	['2001:db8::9', '2001:db8:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['::1', '0:0:0:0::/64'],
])('client %s belongs to the network %s', (client, network) => {
	expect(networkOf(client)).toBe(network);
});
