/** Who may do what with schools. Which schools one reaches is a matter of `visibleSchools`. */
import { abilityTable, everybody, nobody, type Ability } from '#platform/abilities';
import type { Officer } from '#shared/actor';

export type KnownOrNot = { readonly known: boolean };

function isKnown(_: unknown, { known }: KnownOrNot): boolean {
	return known;
}

/** Whether the officer's desk covers the country of the school. */
export type Covered = { readonly covered: boolean };

function worksHere({ officeKind }: Officer, { covered }: Covered): boolean {
	return covered && (officeKind === 'validator' || officeKind === 'central');
}

export const { table, may, demand } = abilityTable({
	/** Search the register by name and town: who joins names the school before there is an account. */
	'school.find': {
		...nobody,
		visitor: true,
		member: true,
		teacher: true,
		guest: true,
		officer: true,
		system: true,
	} satisfies Ability,
	/** Open the page of a school one reaches: what stands in public registers. Pupils have no use for it. */
	'school.open': { ...everybody, pupil: false, bearer: false } satisfies Ability,
	/** Add a school that no register has. */
	'school.add': { ...nobody, member: true, teacher: true } satisfies Ability,
	/** Tell the officers that something is wrong; a school that nobody has confirmed is with them anyway. */
	'school.hint': {
		...nobody,
		member: isKnown,
		teacher: isKnown,
	} satisfies Ability<KnownOrNot>,
	/** Make two entries of one school into one, and part them again. */
	'school.join': { ...nobody, officer: worksHere } satisfies Ability<Covered>,
	/** Enter an institution of teacher education with which there is an agreement. */
	'school.enter-institution': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'validator' || officeKind === 'central',
	} satisfies Ability,
	/** Enter one school of a register, as an import does for thousands. */
	'school.import': { ...nobody, system: true } satisfies Ability,
});
