/** Italy: state schools of the autonomous provinces and of the Aosta Valley, named in one language or two. */
import type { SchoolLevel } from '#shared/vocabulary';
import type { Profile } from '../profile.ts';

const general: SchoolLevel[] = ['upper-secondary'];
const vocational: SchoolLevel[] = ['upper-secondary', 'vocational'];

export const itStataliProvinceAutonome: Profile = {
	name: 'it-statali-province-autonome',
	title: 'Scuole statali delle province autonome',
	source: { publisher: 'Ministero dell’istruzione e del merito', licence: 'CC BY 4.0' },
	country: 'IT',
	format: { kind: 'csv' },
	nullTokens: ['Non Disponibile', 'ND'],
	edition: 'ANNOSCOLASTICO',
	id: {
		scheme: 'it-mim',
		code: '{CODICESCUOLA}',
		parent: '{CODICEISTITUTORIFERIMENTO}',
		pattern: '^[A-Z]{2}[A-Z0-9]{8}$',
	},
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
			// the register does not say: institutes of several schools, and their heads
			'': [],
			'SCUOLA INFANZIA': ['early-childhood'],
			'SCUOLA PRIMARIA': ['primary'],
			'SCUOLA PRIMO GRADO': ['lower-secondary'],
			'ISTITUTO COMPRENSIVO': ['primary', 'lower-secondary'],
			'ISTITUTO SUPERIORE': general,
			'LICEO CLASSICO': general,
			'LICEO LINGUISTICO': general,
			'LICEO SCIENTIFICO': general,
			'ISTITUTO MAGISTRALE': general,
			"ISTITUTO D'ARTE": general,
			'ISTITUTO TECNICO AGRARIO': vocational,
			'ISTITUTO TECNICO COMMERCIALE': vocational,
			'ISTITUTO TECNICO INDUSTRIALE': vocational,
			'ISTITUTO TECNICO PER GEOMETRI': vocational,
			"ISTITUTO TECNICO PER ATTIVITA' SOCIALI (GIA' ITF)": vocational,
			'IST TECNICO COMMERCIALE': vocational,
			'IST TEC COMMERCIALE E PER GEOMETRI': vocational,
			'IST PROF ALBERGHIERO': vocational,
			'IST PROF INDUSTRIA E ARTIGIANATO': vocational,
			"IST PROF PER L'AGRICOLTURA E L'AMBIENTE": vocational,
			'IST PROF PER I SERVIZI COMMERCIALI E TUR': vocational,
			'IST PROF PER I SERVIZI COMMERCIALI E TURISTICI': vocational,
			'IST PROF PER I SERVIZI SOCIALI': vocational,
			'IST PROF REGIONALI': vocational,
		},
		// schools for adults
		others: ['CENTRO TERRITORIALE', 'CRIA Centro Regionale Istruzione Adulti'],
	},
	regions: {
		'TRENTINO-ALTO ADIGE': 'Trentino-Alto Adige / Südtirol',
		"VALLE D' AOSTA": "Valle d'Aosta / Vallée d'Aoste",
	},
	naming: ['it', 'de'],
};
