import { describe, expect, test } from 'vitest';
import {
	isFounder,
	isParty,
	isPublic,
	isWithdrawable,
	isWritable,
	projectStates,
	stateOf,
} from './project.ts';

const nothing = { opened: false, closed: false, withdrawn: false };

describe('the state of a project follows from what happened', () => {
	test('nothing yet: a draft', () => {
		expect(stateOf(nothing)).toBe('draft');
	});
	test('an invitation without an answer: waiting for the co-founder', () => {
		expect(stateOf({ ...nothing, invitation: { accepted: false } })).toBe('waiting-for-cofounder');
	});
	test('accepted and before the organisations: waiting for support', () => {
		const facts = { ...nothing, invitation: { accepted: true }, submission: { refused: false } };
		expect(stateOf(facts)).toBe('waiting-for-support');
	});
	test('refused in the newest round: refused, until it is sent again', () => {
		const facts = { ...nothing, invitation: { accepted: true }, submission: { refused: true } };
		expect(stateOf(facts)).toBe('refused');
	});
	test('opened, then closed', () => {
		const facts = {
			...nothing,
			invitation: { accepted: true },
			submission: { refused: false },
			opened: true,
		};
		expect(stateOf(facts)).toBe('open');
		expect(stateOf({ ...facts, closed: true })).toBe('closed');
	});
	test('given up, from whatever state', () => {
		expect(stateOf({ ...nothing, invitation: { accepted: false }, withdrawn: true })).toBe('withdrawn');
	});
});

test('what may be done in which state', () => {
	const table = projectStates.map((state) => [
		state,
		isPublic(state),
		isWritable(state),
		isWithdrawable(state),
	]);
	expect(table).toEqual([
		['draft', false, true, true],
		['waiting-for-cofounder', false, false, true],
		['waiting-for-support', false, false, true],
		['refused', false, true, true],
		['open', true, true, false],
		['closed', true, false, false],
		['withdrawn', false, false, false],
	]);
});

test('the invited person knows of the project, and is its founder after accepting', () => {
	const invited = {
		founder: 'ines',
		cofounder: 'freja',
		cofounderAccepted: false,
		partners: [],
		state: 'waiting-for-cofounder',
	} as const;
	expect(isParty('freja', invited)).toBe(true);
	expect(isFounder('freja', invited)).toBe(false);
	expect(isFounder('freja', { ...invited, cofounderAccepted: true })).toBe(true);
	expect(isFounder('ines', invited)).toBe(true);
	expect(isParty('amelie', invited)).toBe(false);
	expect(isParty(undefined, invited)).toBe(false);
});
