import { describe, expect, test } from 'vitest';
import {
	decidedBy,
	isSchoolDomain,
	needsOfficer,
	voicesFor,
	type EvidenceRule,
	type HeadAnswer,
	type HeadLetter,
	type Vouch,
} from './evidence.ts';

const rule: EvidenceRule = {
	head: 'decides',
	colleagues: 'decides',
	colleaguesNeeded: 2,
	colleagueAfterDays: 30,
	linkDays: 14,
	remindAfterDays: 5,
};
const now = new Date('2027-03-14T10:00:00Z');

function letter(answer?: HeadAnswer): HeadLetter {
	const answered = answer === undefined ? undefined : now;
	return {
		...{ id: 'l', affiliation: 'a', writtenAt: now, remindedAt: undefined, expiresAt: now },
		...{ closedAt: answered, answer, answeredAt: answered },
	};
}

function vouch(person: string, browser: string | undefined, says: Vouch['says'] = 'works-here'): Vouch {
	return { person, browser, says, madeAt: now };
}

const decided = (
	letters: HeadLetter[],
	vouches: Vouch[],
	changes: Partial<EvidenceRule> = {},
	officer = false,
) => decidedBy({ ...rule, ...changes }, { letters, vouches }, officer);

describe('what decides', () => {
	test.each([
		['the head who confirms', [letter('works-here')], [], 'head'],
		['a letter without an answer does not', [letter()], [], undefined],
		['two colleagues', [], [vouch('ines', 'one'), vouch('tiago', 'two')], 'colleagues'],
		['one colleague does not', [], [vouch('ines', 'one')], undefined],
		['two accounts in one browser do not', [], [vouch('ines', 'one'), vouch('tiago', 'one')], undefined],
		['a browser nobody knows does not', [], [vouch('ines', 'one'), vouch('tiago', undefined)], undefined],
		[
			'a head who does not know the person',
			[letter('not-known')],
			[vouch('ines', 'one'), vouch('tiago', 'two')],
			undefined,
		],
		['a letter to the wrong school', [letter('wrong-school'), letter('works-here')], [], undefined],
		[
			'a colleague who does not know the person',
			[letter('works-here')],
			[vouch('ines', 'one', 'not-known')],
			undefined,
		],
	] as const)('%s', (_, letters, vouches, expected) => {
		expect(decided([...letters], [...vouches])).toBe(expected);
	});

	test('nothing where an officer is needed', () => {
		expect(decided([letter('works-here')], [vouch('ines', 'one'), vouch('tiago', 'two')], {}, true)).toBe(
			undefined,
		);
	});

	test.each(['off', 'shown'] as const)('nothing where the rule says %s', (weight) => {
		const both = [vouch('ines', 'one'), vouch('tiago', 'two')];
		expect(decided([letter('works-here')], both, { head: weight, colleagues: weight })).toBe(undefined);
		expect(decided([letter('works-here')], both, { head: weight })).toBe('colleagues');
	});

	test('as many colleagues as the rule asks for', () => {
		const two = [vouch('ines', 'one'), vouch('tiago', 'two')];
		expect(decided([], two, { colleaguesNeeded: 3 })).toBe(undefined);
		expect(voicesFor([...two, vouch('rita', 'three')])).toBe(3);
	});
});

test.each([
	[true, 0, false],
	[true, 4, false],
	[false, 0, true],
	[false, 1, false],
])('from a register %s, with %i teachers: an officer is needed %s', (fromRegister, teachers, expected) => {
	expect(needsOfficer({ fromRegister, teachers })).toBe(expected);
});

test.each([
	['ana@escola-ribeira.pt', 'http://www.escola-ribeira.pt/', true],
	['ana@mail.escola-ribeira.pt', 'https://escola-ribeira.pt/', true],
	['ana@evil-escola-ribeira.pt', 'https://escola-ribeira.pt/', false],
	['ana@escola-ribeira.pt.evil.example', 'https://escola-ribeira.pt/', false],
	['ana@gmail.example', null, false],
])('%s beside %s: of the school %s', (address, website, expected) => {
	expect(isSchoolDomain(address, website)).toBe(expected);
});
