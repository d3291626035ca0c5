import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
	answerQuestion,
	askQuestion,
	chainsFor,
	giveOffice,
	grantStep,
	officesOf,
	openCase,
	refuseStep,
} from '#domain/support';
import { newId } from '#platform/ids';
import { testDatabase } from '../../../../tests/world/database.ts';
import {
	aPerson,
	anOfficer,
	composeDesk,
	forget,
	heard,
	memberOf,
	organisationOf,
} from '../../../../tests/world/desk.ts';
import { system, type Officer } from '#shared/actor';
import { eraseSupport, exportSupport, separateSupport, uniteSupport } from './privacy.ts';

const database = testDatabase();
beforeAll(composeDesk);
beforeEach(forget);

const chain = async (subject: string) =>
	(await chainsFor(database.as(system), 'garden', [subject])).get(subject);

async function aTalk(rui: Officer) {
	const ctx = database.as(system);
	const applicant = await aPerson(ctx, 'Inês Carvalho');
	const subject = newId();
	const stages = [[await organisationOf(ctx, 'LT')]];
	await openCase(ctx, {
		kind: 'garden',
		subject,
		applicant,
		parties: [],
		stages,
		snapshot: { aims: 'canary-aims' },
	});
	const step = (await chain(subject))?.steps[0]?.id ?? '';
	await askQuestion(database.as(rui), { step, words: 'canary-question' });
	const question = (await chain(subject))?.openQuestion?.id ?? '';
	await answerQuestion(database.as(memberOf(applicant)), { question, answer: 'canary-answer' });
	return { applicant, subject, step };
}

const everything = async () => {
	const rounds = await database.db.selectFrom('support.case_round').select(['snapshot', 'note']).execute();
	const questions = await database.db
		.selectFrom('support.case_question')
		.select(['words', 'answer'])
		.execute();
	const decisions = await database.db.selectFrom('support.step_decision').select('words').execute();
	return JSON.stringify([rounds, questions, decisions]);
};

test('an export holds what a person sent, was asked and was told', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { applicant, step } = await aTalk(rui);
	await refuseStep(database.as(rui), { step, reason: 'other', words: 'canary-refusal' });
	const exported = JSON.stringify(await exportSupport(database.as(system), applicant));
	for (const word of ['canary-aims', 'canary-question', 'canary-answer', 'canary-refusal'])
		expect(exported).toContain(word);
	expect(JSON.stringify(await exportSupport(database.as(system), rui.person))).not.toContain('canary');
});

test('an erased person leaves no word behind; what ran is withdrawn and offices end', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const told = await aTalk(rui);
	await refuseStep(database.as(rui), { step: told.step, reason: 'other', words: 'canary-refusal' });
	const running = await aTalk(rui);
	expect(await everything()).toContain('canary');
	await eraseSupport(database.as(system), told.applicant);
	await eraseSupport(database.as(system), running.applicant);
	await eraseSupport(database.as(system), rui.person);
	expect(await everything()).not.toContain('canary');
	expect((await chain(running.subject))?.state).toBe('withdrawn');
	expect((await chain(told.subject))?.state).toBe('refused');
	expect(heard.decided.at(-1)).toMatchObject({ subject: running.subject, outcome: 'withdrawn' });
	expect(await officesOf(database.as(system), rui.person)).toEqual([]);
});

test('two accounts of one person become one and can be parted again', async () => {
	const ctx = database.as(system);
	const rui = await anOfficer(ctx, 'LT');
	const { applicant, subject } = await aTalk(rui);
	const into = await aPerson(ctx, 'Inês, again');
	await giveOffice(ctx, {
		person: rui.person,
		organisation: await organisationOf(ctx, 'LV'),
		kind: 'validator',
	});
	await giveOffice(ctx, { person: into, organisation: await organisationOf(ctx, 'LT'), kind: 'validator' });
	const before = await state();
	const journals = [await uniteSupport(ctx, applicant, into), await uniteSupport(ctx, rui.person, into)];
	expect((await officesOf(ctx, into)).map((office) => office.organisation.country).sort()).toEqual([
		'LT',
		'LV',
	]);
	const step = (await chain(subject))?.steps[0]?.id ?? '';
	expect(await grantStep(database.as({ ...rui, person: into }), { step })).toMatchObject({
		reason: 'you-are-a-party',
	});
	for (const journal of journals.reverse()) await separateSupport(ctx, journal);
	expect(await state()).toEqual(before);
});

async function state() {
	return [
		await database.db
			.selectFrom('support.approval_case')
			.select(['id', 'applicant_id'])
			.orderBy('id')
			.execute(),
		await database.db
			.selectFrom('support.case_party')
			.select(['case_id', 'person_id'])
			.orderBy('case_id')
			.orderBy('person_id')
			.execute(),
		await database.db
			.selectFrom('support.office')
			.select(['id', 'person_id', 'ended_at'])
			.orderBy('id')
			.execute(),
		await database.db
			.selectFrom('support.case_question')
			.select(['id', 'answered_by'])
			.orderBy('id')
			.execute(),
	];
}
