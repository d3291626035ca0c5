import { beforeEach, expect, test } from 'vitest';
import { enterSchool, schoolFor } from '#domain/schools';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { allParts } from '../../../../parts.ts';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import { officer, schools } from '../../../../../../tests/world/index.ts';
import { must } from '../../../../../../tests/world/must.ts';
import { answerQuestion, joinDouble, namePair, questionsFor } from '../index.ts';
import { lookForDoubles } from './look-for-doubles.ts';

const world = testDatabase();
beforeEach(() => compose(allParts));

const ribeira = schools.ribeira.id;
const rui = async () => world.as(await officer(world.as(system), 'rui'));

async function enter(
	name: string,
	more: { levels?: readonly string[]; code?: string } = {},
): Promise<string> {
	const id = newId();
	const { levels = ['primary'], code = id } = more;
	await enterSchool(world.as(system), {
		...{ id, country: 'PT', name, town: 'Porto', levels },
		register: { scheme: 'another', code },
	});
	return id;
}

const look = () => lookForDoubles(world.as(system));
const asked = async () => (await questionsFor(await rui(), { kind: 'double' })).rows;

test('the weekly look asks about one name in one town once, whatever accents and capitals', async () => {
	const double = await enter('ESCOLA BASICA DA RIBEIRA');
	await enter('Escola Básica da Ribeira', { levels: ['vocational'] });
	await look();
	await look();
	expect((await asked()).map(({ school, other }) => [school.id, other?.id])).toEqual([[double, ribeira]]);
});

test('that two are different is remembered for ever', async () => {
	await enter('Escola Básica da Ribeira');
	await look();
	const [question] = await asked();
	const answer = { question: question?.id ?? '', answer: 'different', into: '', since: '' } as const;
	must(await answerQuestion(await rui(), answer));
	await look();
	expect(await asked()).toEqual([]);
});

test('an officer names a pair nobody asked about, sees it as a question, and keeps one of the two', async () => {
	const double = await enter('EB Ribeira Porto');
	const desk = await rui();
	const { question } = must(
		await namePair(desk, { one: `https://twinning.example/pt/schools/${double}`, other: ribeira }),
	);
	expect(must(await namePair(desk, { one: ribeira, other: double })).question).toBe(question);
	must(await joinDouble(desk, { question, keep: ribeira }));
	expect((await schoolFor(desk, double)).id).toBe(ribeira);
	expect(await asked()).toEqual([]);
	expect(await joinDouble(desk, { question, keep: ribeira })).toMatchObject({ reason: 'answered-already' });
});

test('a pair must be two schools of one country of the desk', async () => {
	const desk = await rui();
	const named = (one: string, other: string) => namePair(desk, { one, other });
	expect(await named('nothing', ribeira)).toMatchObject({ reason: 'into-unknown', field: 'one' });
	expect(await named(ribeira, ribeira)).toMatchObject({ reason: 'into-itself' });
	expect(await named(ribeira, schools.skovbakke.id)).toMatchObject({ reason: 'other-country' });
	await expect(namePair(desk, { one: schools.skovbakke.id, other: ribeira })).rejects.toThrow('register');
});
