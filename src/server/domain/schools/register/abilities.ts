/** Who may do what with registers. Which country's register one reaches is a matter of `reachCountry`. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Officer } from '#shared/actor';

/** A register as a right depends on it: whether the officer's desk covers its country. */
export type CoveredRegister = { readonly covered: boolean };

function worksHere(actor: Officer, { covered }: CoveredRegister): boolean {
	return covered && (actor.officeKind === 'validator' || actor.officeKind === 'central');
}

export const { table, may, demand } = abilityTable({
	/** See the registers of a country, the history of imports, the questions. */
	'register.see': { ...nobody, officer: worksHere, system: true } satisfies Ability<CoveredRegister>,
	/** Load an edition: send a file, choose columns, take over, undo. */
	'register.load': { ...nobody, officer: worksHere, system: true } satisfies Ability<CoveredRegister>,
	/** Decide about schools that are missing or look alike. */
	'register.answer': { ...nobody, officer: worksHere } satisfies Ability<CoveredRegister>,
	/** The long work behind it: reading, comparing, taking over row by row. */
	'register.work': { ...nobody, system: true } satisfies Ability,
});
