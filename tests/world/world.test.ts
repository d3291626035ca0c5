import { expect, test } from 'vitest';
import { testDatabase } from './database.ts';
import { affiliations, people } from './index.ts';

const world = testDatabase();

test('every validated teacher of the world has a validation behind an affiliation', async () => {
	const rows = await world.db.selectFrom('people.affiliation_validation').select('affiliation_id').execute();
	const validated = Object.entries(people).filter(([, person]) => 'validated' in person && person.validated);
	const expected = validated.map(([name]) => affiliations[name as keyof typeof people]);
	expect(rows.map((row) => row.affiliation_id).sort()).toEqual(expected.sort());
});
