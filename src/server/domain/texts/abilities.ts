/** Who may do what with the texts of the installation: everybody reads them, the central desk writes them. */
import { abilityTable, everybody, nobody, type Ability } from '#platform/abilities';

export const { table, may, demand } = abilityTable({
	'texts.read': everybody satisfies Ability,
	'texts.write': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
});
