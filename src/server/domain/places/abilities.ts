/** Who may do what with countries: their names are for everybody, they are kept by the central desk. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';

export const { table, may, demand } = abilityTable({
	'places.keep-countries': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
});
