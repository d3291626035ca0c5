import { beforeAll, expect, test } from 'vitest';
import {
	evidenceSettings,
	previewEvidenceRule,
	setEvidenceRule,
	undoEvidenceRule,
	type EvidenceRule,
} from '#domain/people';
import { Forbidden, NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { allParts } from '../../../../parts.ts';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import { officer, type offices } from '../../../../../../tests/world/index.ts';
import { must } from '../../../../../../tests/world/must.ts';
import { evidenceRuleOf } from './evidence.sql.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

const at = async (name: keyof typeof offices) => database.as(await officer(database.as(visitor), name));
const [portugal, denmark] = ['00000000-0000-7000-8000-000000005054', '00000000-0000-7000-8000-00000000444b'];
const days = 24 * 3_600_000;
const strict: EvidenceRule = {
	...({ head: 'shown', colleagues: 'off', colleaguesNeeded: 3, colleagueAfterDays: 60 } as const),
	...{ linkDays: 10, remindAfterDays: 4 },
};

test('a rule of one organisation holds from its day on, for it alone, and is taken back by a new version', async () => {
	const anna = await at('anna');
	const before = await evidenceRuleOf(anna, portugal);
	const since = new Date(anna.now.getTime() + 3 * days);
	const input = { ...strict, organisation: portugal, since };
	expect(must(await previewEvidenceRule(anna, input))).toEqual(before);
	must(await setEvidenceRule(anna, input));
	const later = { ...anna, now: since };
	expect(await evidenceRuleOf(anna, portugal)).toEqual(before);
	expect(await evidenceRuleOf(later, portugal)).toEqual(strict);
	expect(await evidenceRuleOf(later, denmark)).toEqual(before);
	const [coming, general] = await evidenceSettings(anna);
	expect([coming?.state, general?.state]).toEqual(['coming', 'holds']);
	must(await undoEvidenceRule(later, coming?.number ?? 0));
	expect(await evidenceRuleOf(later, portugal)).toEqual(before);
	expect(await evidenceSettings(later)).toHaveLength(3);
	expect(await undoEvidenceRule(later, general?.number ?? 0)).toMatchObject({ reason: 'nothing-before' });
});

test('no rule begins in the past, reminds after its link, or is of an organisation that is none', async () => {
	const anna = await at('anna');
	const input = { ...strict, organisation: null, since: anna.now };
	expect(await setEvidenceRule(anna, { ...input, since: new Date(anna.now.getTime() - 1) })).toMatchObject({
		reason: 'since-past',
	});
	expect(await setEvidenceRule(anna, { ...input, linkDays: 4 })).toMatchObject({
		reason: 'reminded-too-late',
	});
	await expect(setEvidenceRule(anna, { ...input, organisation: newId() })).rejects.toThrow(NotFound);
	await expect(undoEvidenceRule(anna, 4711)).rejects.toThrow(NotFound);
});

test('only the central desk reads and sets rules', async () => {
	const rui = await at('rui');
	await expect(evidenceSettings(rui)).rejects.toThrow(Forbidden);
	const input = { ...strict, organisation: portugal, since: rui.now };
	await expect(previewEvidenceRule(rui, input)).rejects.toThrow(Forbidden);
	await expect(setEvidenceRule(rui, input)).rejects.toThrow(Forbidden);
	await expect(undoEvidenceRule(rui, 1)).rejects.toThrow(Forbidden);
});
