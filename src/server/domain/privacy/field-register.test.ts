import { expect, test } from 'vitest';
import type { Part } from '#platform/part';
import { countsOf, narrowed, registerOf } from './field-register.ts';

const account = { class: 'personal', kept: 'account' } as const;
const gardens: Part = {
	name: 'gardens',
	schemas: ['gardens'],
	privacy: {
		columns: {
			'gardens.bed': {
				id: 'none',
				owner: account,
				digger: { class: 'of a minor', kept: 'pupil' },
				seed: account,
				note: { class: 'personal', kept: 'log' },
			},
			'gardens.tool': { id: 'none' },
		},
	},
};
const empty: Part = { name: 'sheds', schemas: [], privacy: { columns: {} } };
const register = registerOf([gardens, empty]);

test('columns that share class and time stand together, what is about children first', () => {
	expect(register.map(({ name }) => name)).toEqual(['gardens']);
	expect(register[0]?.tables[0]?.groups).toEqual([
		{ class: 'minor', kept: 'pupil', columns: ['digger'] },
		{ class: 'personal', kept: 'account', columns: ['owner', 'seed'] },
		{ class: 'personal', kept: 'log', columns: ['note'] },
		{ class: 'none', kept: undefined, columns: ['id'] },
	]);
	expect(countsOf(register)).toEqual({ minor: 1, personal: 3, none: 2 });
});

test('narrowing leaves out tables and parts of which nothing is left', () => {
	const personal = narrowed(register, { class: 'personal' });
	expect(personal[0]?.tables.map(({ name }) => name)).toEqual(['gardens.bed']);
	expect(countsOf(personal)).toEqual({ minor: 0, personal: 3, none: 0 });
	expect(narrowed(register, { part: 'sheds' })).toEqual([]);
	expect(narrowed(register, {})).toEqual(register);
});
