import { expect, test } from 'vitest';
import { fittingPlace, mayFoundKind, misfitOf } from './founding.ts';

const porto = { school: 'ribeira', country: 'PT', role: 'teacher' };
const lisbon = { school: 'alfama', country: 'PT', role: 'teacher' };
const aarhus = { school: 'skovbakken', country: 'DK', role: 'teacher' };
const university = { school: 'faculty', country: 'PT', role: 'educator' };
const college = { school: 'seminarium', country: 'DK', role: 'trainee-teacher' };

test('a European project has founders of two countries', () => {
	expect(misfitOf('european', porto, aarhus)).toBeUndefined();
	expect(misfitOf('european', porto, lisbon)).toBe('same-country');
});

test('a national project has founders of one country and two schools', () => {
	expect(misfitOf('national', porto, lisbon)).toBeUndefined();
	expect(misfitOf('national', porto, aarhus)).toBe('other-country');
	expect(misfitOf('national', porto, { ...porto })).toBe('same-school');
});

test('a project of teacher education joins two institutions, in one country or two', () => {
	expect(misfitOf('initial-teacher-education', university, college)).toBeUndefined();
	expect(misfitOf('initial-teacher-education', university, aarhus)).toBe('not-teacher-education');
	expect(misfitOf('initial-teacher-education', university, { ...university })).toBe('same-school');
	expect(mayFoundKind('initial-teacher-education', porto)).toBe(false);
	expect(mayFoundKind('initial-teacher-education', university)).toBe(true);
	expect(mayFoundKind('european', porto)).toBe(true);
});

test('a person of several schools takes part for the first that fits', () => {
	expect(fittingPlace('european', porto, [lisbon, aarhus])).toEqual({ place: aarhus });
	expect(fittingPlace('european', porto, [lisbon])).toEqual({ misfit: 'same-country' });
	expect(fittingPlace('european', porto, [])).toEqual({ misfit: undefined });
});
