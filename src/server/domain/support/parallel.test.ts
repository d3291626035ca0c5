// Two officers at the same moment, and one officer twenty times: what commits is one decision.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { chainsFor, grantStep, openCase, refuseStep, reopenCase } from '#domain/support';
import { once } from '#platform/forms';
import { newId } from '#platform/ids';
import { ownDatabase } from '../../../../tests/world/database.ts';
import { aPerson, anOfficer, composeDesk, forget, heard } from '../../../../tests/world/desk.ts';
import { system, type Officer } from '#shared/actor';

const database = ownDatabase();
beforeAll(composeDesk);
beforeEach(forget);

async function aGarden(officers: readonly Officer[]) {
	const ctx = database.as(system);
	const applicant = await aPerson(ctx, 'Inês Carvalho');
	const subject = newId();
	const stages = [[...new Set(officers.map((officer) => officer.organisation))]];
	await openCase(ctx, { kind: 'garden', subject, applicant, parties: [], stages, snapshot: {} });
	const chain = (await chainsFor(ctx, 'garden', [subject])).get(subject);
	return { subject, steps: chain?.steps.map((step) => step.id) ?? [] };
}

const outcomes = (subject: string) =>
	heard.decided.filter((each) => each.subject === subject).map((each) => each.outcome);

test('of two officers who decide at the same moment one wins and the other is told', async () => {
	const ctx = database.as(system);
	const [rui, teresa] = [await anOfficer(ctx, 'LT'), await anOfficer(ctx, 'LT')];
	for (let round = 0; round < 8; round++) {
		const { subject, steps } = await aGarden([rui]);
		const step = steps[0] ?? '';
		const answers = await Promise.all([
			grantStep(database.as(rui), { step }),
			refuseStep(database.as(teresa), { step, reason: 'duplicate' }),
		]);
		expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
		expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'already-decided' });
		expect(outcomes(subject)).toEqual([answers[0].ok ? 'granted' : 'refused']);
	}
});

test('twenty parallel submits of one form have one effect', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { subject, steps } = await aGarden([rui]);
	const sent = { form: 'grant-case', key: 'a-random-key', body: '{}' };
	const ctx = database.as(rui);
	const answers = await Promise.all(
		Array.from({ length: 20 }, () =>
			once(ctx, sent, (inside) => grantStep(inside, { step: steps[0] ?? '' })),
		),
	);
	expect(answers.every((answer) => answer.ok)).toBe(true);
	expect(outcomes(subject)).toEqual(['granted']);
});

test('the two sides of a stage granted at the same moment grant the case once', async () => {
	const ctx = database.as(system);
	const [rui, mette] = [await anOfficer(ctx, 'LT'), await anOfficer(ctx, 'LV')];
	for (let round = 0; round < 8; round++) {
		const { subject, steps } = await aGarden([rui, mette]);
		const answers = await Promise.all([
			grantStep(database.as(rui), { step: steps[0] ?? '' }),
			grantStep(database.as(mette), { step: steps[1] ?? '' }),
		]);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		expect(outcomes(subject)).toEqual(['granted']);
	}
});

test('a correction at the moment of a grant leaves either a granted case or a new round, never both', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	for (let round = 0; round < 8; round++) {
		const { subject, steps } = await aGarden([rui]);
		const [decided, corrected] = await Promise.all([
			grantStep(database.as(rui), { step: steps[0] ?? '' }),
			reopenCase(database.as(system), { kind: 'garden', subject, snapshot: { aims: 'tulips' } }),
		]);
		expect([decided.ok, corrected.ok].sort()).toEqual([false, true]);
		expect(outcomes(subject)).toEqual(decided.ok ? ['granted'] : []);
	}
});
