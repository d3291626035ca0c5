/** Italy: schools that are not run by the state and are recognised as equal. */
import type { Profile } from '../profile.ts';

export const itParitarie: Profile = {
	name: 'it-paritarie',
	title: 'Scuole paritarie',
	source: { publisher: 'Ministero dell’istruzione e del merito', licence: 'CC BY 4.0' },
	country: 'IT',
	format: { kind: 'csv' },
	nullTokens: ['Non Disponibile'],
	edition: 'ANNOSCOLASTICO',
	id: { scheme: 'it-mim', code: '{CODICESCUOLA}', pattern: '^[A-Z]{2}[A-Z0-9]{8}$' },
	take: {
		name: '{DENOMINAZIONESCUOLA}',
		town: '{DESCRIZIONECOMUNE}',
		region: '{REGIONE}',
		address: '{INDIRIZZOSCUOLA}',
		postcode: '{CAPSCUOLA}',
		website: '{SITOWEBSCUOLA}',
		mailbox: '{INDIRIZZOEMAILSCUOLA}',
	},
	kinds: {
		column: '{DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA}',
		levels: {
			'SCUOLA INFANZIA NON STATALE': ['early-childhood'],
			'SCUOLA PRIMARIA NON STATALE': ['primary'],
			'SCUOLA SEC. PRIMO GRADO NON STATALE': ['lower-secondary'],
			'SCUOLA SEC. SECONDO GRADO NON STATALE': ['upper-secondary'],
		},
	},
	regions: { 'EMILIA ROMAGNA': 'Emilia-Romagna', 'FRIULI-VENEZIA G.': 'Friuli-Venezia Giulia' },
	language: 'it',
	naming: ['it'],
};
