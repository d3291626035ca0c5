import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors';
import { keptTimes, overBefore, retentionBounds, retentionRules } from '#platform/retention';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import { officer, type offices } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { keptSettings, previewTime, setTime, undoTime } from './index.ts';

const database = testDatabase();
const at = async (name: keyof typeof offices) => database.as(await officer(database.as(visitor), name));
const day = 24 * 3_600_000;

test('R-RET: a time holds from its day on, everybody reads it, and what held before can hold again', async () => {
	const anna = await at('anna');
	const since = new Date(anna.now.getTime() + 3 * day);
	const input = { rule: 'pupil_ended', amount: 30, since } as const;
	const [sentence] = must(await previewTime(anna, input)).filter(({ after }) => after.includes('30 days'));
	expect(sentence?.before).toContain('60 days');
	must(await setTime(anna, input));
	const then = { ...anna, now: since };
	expect((await keptTimes(anna)).pupil_ended.amount).toBe(60);
	expect((await keptTimes(then)).pupil_ended.amount).toBe(30);
	expect(await overBefore(then, 'pupil_ended')).toEqual(new Date(since.getTime() - 30 * day));
	const [coming] = await keptSettings(anna);
	expect(coming).toMatchObject({ state: 'coming', canUndo: true, rule: 'pupil_ended' });
	must(await undoTime(then, coming?.number ?? 0));
	expect((await keptTimes(then)).pupil_ended.amount).toBe(60);
	const first = (await keptSettings(then)).find(({ rule, setBy }) => rule === 'pupil_ended' && !setBy);
	expect(first).toMatchObject({ state: 'past', canUndo: false });
	expect(await undoTime(then, first?.number ?? 0)).toMatchObject({ reason: 'nothing-before' });
});

test('R-RET: nobody moves a time out of its bounds or into the past; each rule ships within its bounds', async () => {
	const anna = await at('anna');
	const times = await keptTimes(anna);
	for (const rule of retentionRules) {
		const { unit, least, most } = retentionBounds[rule];
		expect([rule, times[rule].unit]).toEqual([rule, unit]);
		expect(times[rule].amount, rule).toBeGreaterThanOrEqual(least);
		expect(times[rule].amount, rule).toBeLessThanOrEqual(most);
		for (const amount of [least - 1, most + 1])
			expect(await setTime(anna, { rule, amount, since: anna.now })).toMatchObject({
				reason: 'out-of-bounds',
			});
	}
	const past = new Date(anna.now.getTime() - 1);
	expect(await setTime(anna, { rule: 'log', amount: 12, since: past })).toMatchObject({
		reason: 'since-past',
	});
	await expect(undoTime(anna, 4711)).rejects.toThrow(NotFound);
});

test('only the central desk reads and sets times', async () => {
	const rui = await at('rui');
	const input = { rule: 'log', amount: 12, since: rui.now } as const;
	await expect(keptSettings(rui)).rejects.toThrow(Forbidden);
	await expect(previewTime(rui, input)).rejects.toThrow(Forbidden);
	await expect(setTime(rui, input)).rejects.toThrow(Forbidden);
	await expect(undoTime(rui, 1)).rejects.toThrow(Forbidden);
});
