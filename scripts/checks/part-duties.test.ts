// Each rule about what parts keep is broken once, and the check says so; the parts as they are break none.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCatalogue } from '#platform/catalogues';
import type { Part, PrivacyManifest } from '#platform/part';
import { allParts } from '../../src/server/parts.ts';
import { columnFindings, personFindings, retentionFindings, tablesIn, wordFindings } from './part-duties.ts';

const schema = readFileSync('src/server/platform/schema.ts', 'utf8');
const ofDatabase = tablesIn(schema);
const english = readCatalogue('en', 'register');
const words = { class: 'personal', kept: 'account' } as const;
const person = { ...words, person: true } as const;

function garden(privacy: Partial<PrivacyManifest> = {}, rest: Partial<Part> = {}): Part {
	return {
		name: 'gardens',
		schemas: ['gardens'],
		privacy: { columns: { 'gardens.bed': { id: 'none', owner_id: person } }, ...privacy },
		...rest,
	};
}
const tables = new Map([['gardens.bed', ['id', 'owner_id']]]);

test('the tables are read from the generated types, all of them', () => {
	const found = ofDatabase;
	expect(found.get('people.spoken_language')).toEqual(['language', 'level', 'person_id']);
	expect(found.get('platform.mail')).toContain('to_address');
	const interfaces = [...schema.matchAll(/^export interface (\w+) \{/gm)].filter(([, name]) => name !== 'DB');
	expect(found.size).toBe(interfaces.length);
});

test('a column that no manifest classes fails, in every part and in the platform', () => {
	for (const part of allParts) {
		for (const [table, columns] of Object.entries(part.privacy.columns)) {
			for (const column of Object.keys(columns)) {
				const { [column]: _, ...others } = columns;
				const privacy = { ...part.privacy, columns: { ...part.privacy.columns, [table]: others } };
				const broken = allParts.map((one) => (one === part ? { ...part, privacy } : one));
				expect(columnFindings(ofDatabase, broken)).toEqual([`unclassed column: ${table}.${column}`]);
			}
		}
	}
});

test('a class for what is not there, and for what belongs to another part, fails', () => {
	const gone = new Map([['gardens.bed', ['id']]]);
	expect(columnFindings(gone, [garden()])).toEqual(['classed but not there: gardens.bed.owner_id']);
	expect(columnFindings(new Map(), [garden()])).toEqual(['classed but not there: gardens.bed']);
	expect(columnFindings(tables, [garden({}, { schemas: [] })])).toHaveLength(1);
});

test('whoever points to a person owes export, erasure, uniting and separating', () => {
	const done = () => Promise.resolve(undefined);
	expect(personFindings([garden()])).toEqual([
		'gardens has a person column and owes exportFor, erase, unite, separate',
	]);
	const nearly = { exportFor: done, erase: done, unite: done };
	expect(personFindings([garden(nearly)])).toEqual(['gardens has a person column and owes separate']);
	expect(personFindings([garden({ ...nearly, separate: done })])).toEqual([]);
	expect(personFindings([garden({ columns: { 'gardens.bed': { id: 'none' } } })])).toEqual([]);
});

test('what is kept until something is over needs a job that runs by itself', () => {
	const sweep = () => Promise.resolve();
	expect(retentionFindings([garden()])).toEqual(['no job forgets what is kept as "account"']);
	const forgets = { sweep: ['account'] } as const;
	expect(retentionFindings([garden({ forgets })])).toHaveLength(2);
	expect(retentionFindings([garden({ forgets }, { jobs: { sweep } })])).toEqual([
		'gardens says that sweep forgets, and never runs it',
	]);
	const schedules = [{ job: 'sweep', cron: '7 * * * *' }];
	expect(retentionFindings([garden({ forgets }, { jobs: { sweep }, schedules })])).toEqual([]);
});

test('a table or field about somebody without words for people fails, and so do words for nothing', () => {
	const found = wordFindings([garden()], {});
	expect(found.map((finding) => /register\.[\w.]+/.exec(finding)?.[0])).toEqual([
		'register.part.gardens',
		'register.table.gardens.bed.title',
		'register.table.gardens.bed.purpose',
		'register.field.owner_id',
	]);
	const idle = { 'register.table.gardens.shed.title': 'Sheds', 'register.page.title': 'What we keep' };
	expect(wordFindings([], idle)).toHaveLength(1);
});

test('the parts as they are keep all of this', () => {
	expect(columnFindings(ofDatabase, allParts)).toEqual([]);
	expect(personFindings(allParts)).toEqual([]);
	expect(retentionFindings(allParts)).toEqual([]);
	expect(wordFindings(allParts, english)).toEqual([]);
});
