/** Czechia: the register of schools and school facilities. Its names say the kind only, so the street is shown too. */
import type { Profile } from '../profile.ts';

export const czRejstrik: Profile = {
	name: 'cz-rejstrik',
	title: 'Rejstřík škol a školských zařízení',
	source: { publisher: 'Ministerstvo školství, mládeže a tělovýchovy' },
	country: 'CZ',
	format: { kind: 'csv' },
	id: { scheme: 'cz-rejstrik', code: '{Id. zařízení}', pattern: '^[0-9]{9}$' },
	take: {
		name: '{Název zařízení}',
		display: '{Název zařízení}[, {Ulice} {Č.p.}]',
		town: '{Obec}',
		address: '{Ulice} {Č.p.}[/{Č.o.}]',
		postcode: '{PSČ}',
	},
	kinds: {
		column: '{Typ}',
		levels: {
			A00: ['early-childhood'],
			A15: ['early-childhood'],
			B00: ['primary', 'lower-secondary'],
			C00: ['upper-secondary', 'vocational'],
			// conservatories, schools in children's homes, preparatory years of special schools
			D00: ['upper-secondary', 'vocational'],
			J12: ['primary', 'lower-secondary'],
			M60: ['primary'],
		},
		// canteens, clubs, homes, advice, schools of arts and languages beside school, colleges after it
		others: [
			...['E00', 'F10', 'F20', 'G11', 'G12', 'G21', 'G22', 'G40', 'H10', 'H21', 'H22', 'J11', 'J13', 'J14'],
			...['J21', 'K10', 'K20', 'L11', 'L12', 'L13', 'L15', 'M10', 'M20', 'M30', 'M40', 'M50', 'M79'],
		],
	},
	states: { column: '{Platnost zařízení}', states: { Platné: 'open', Neplatné: 'closed' } },
	language: 'cs',
};
