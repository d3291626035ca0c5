/** What an officer would choose in the browser for each register of ours, for tests: the form reaches as far as profiles do. */
import { lookAtFile } from '../loading/look-at-file.ts';
import { chosenFormat, profileOfMapping } from '../mapping-profile.ts';
import { kindMeanings, mappingForm, type KindMeaning, type Mapping } from '../mapping.ts';
import type { Profile } from '../profile.ts';
import { readRegister } from '../reading/read-register.ts';
import { rowTaker, type Taken } from '../taking/take-row.ts';

const italy = {
	...{ code: 'CODICESCUOLA', name: 'DENOMINAZIONESCUOLA', town: 'DESCRIZIONECOMUNE', region: 'REGIONE' },
	...{ address: 'INDIRIZZOSCUOLA', postcode: 'CAPSCUOLA', website: 'SITOWEBSCUOLA' },
	...{ mailbox: 'INDIRIZZOEMAILSCUOLA', kind: 'DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA' },
	...{ edition: 'ANNOSCOLASTICO' },
};
const latvia = {
	...{ whole: 'Adrese', postcodeShape: 'LV-9999', language: 'lv' },
	...{ widerEndings: 'novads; pagasts; priekšpilsēta; rajons', idShape: '9999999999' },
};
const latvianSchools = {
	...{ ...latvia, code: 'Iestādes reģistrācijas Nr.', name: 'Iestādes nosaukums', kind: 'Iestādes tips' },
};

const columns: Readonly<Record<string, Partial<Mapping>>> = {
	'it-paritarie': { ...italy, nullTokens: 'Non Disponibile', language: 'it' },
	'it-statali-province-autonome': {
		...{ ...italy, parent: 'CODICEISTITUTORIFERIMENTO', nullTokens: 'Non Disponibile; ND' },
	},
	'cz-rejstrik': {
		...{ code: 'Id. zařízení', idShape: '999999999', name: 'Název zařízení', nameStreet: 'on', town: 'Obec' },
		...{ address: 'Ulice', number: 'Č.p.', number2: 'Č.o.', numberSign: 'slash', postcode: 'PSČ' },
		...{ kind: 'Typ', state: 'Platnost zařízení', language: 'cs' },
	},
	'nl-duo': {
		...{ code: 'vestigingscode', idShape: '99AA99', parent: 'brin_nummer', parentAfter: '00', name: 'naam' },
		...{
			town: 'plaats',
			region: 'provincie',
			address: 'straat',
			number: 'huisnummer',
			number2: 'huisletter',
		},
		...{
			number3: 'huisnummertoevoeging',
			postcode: 'postcode',
			website: 'internetadres',
			kind: 'type',
			language: 'nl',
		},
	},
	'fr-colleges': {
		...{
			code: 'Code UAI',
			idShape: '9999999A',
			name: 'ETABLISSEMENT',
			nameBefore: 'Collège',
			town: 'Commune',
		},
		...{ region: 'Département', postcode: 'zipcode', allMeaning: 'lower-secondary', point: 'coordinates' },
		...{ language: 'fr' },
	},
	'lv-iestades': {
		...{ ...latvia, code: 'Reģistrācijas numurs', name: 'Nosaukums', mailbox: 'E-pasts', kind: 'Tips' },
		...{ state: 'Likvidēta' },
	},
	'lv-pirmsskolas': { ...latvianSchools, mailbox: 'E-pasts' },
	'lv-visparizglitojosas': { ...latvianSchools, mailbox: 'Epasts' },
	'pt-aml': {
		...{
			code: 'id',
			name: 'name',
			town: 'locality',
			town2: 'municipality_name',
			region: 'municipality_name',
		},
		...{
			address: 'address',
			postcode: 'postal_code',
			website: 'url',
			mailbox: 'email',
			marked: 'on',
			mark: '1',
		},
		...{ state: 'is_active', north: 'lat', east: 'lon', language: 'pt' },
	},
	'de-sachsen': {
		...{ each: 'buildings', code: 'id', branch: 'buildings.community_key', mainFirst: 'on', name: 'name' },
		...{ town: 'buildings.community', address: 'buildings.street', postcode: 'buildings.postcode' },
		...{ east: 'buildings.longitude', north: 'buildings.latitude', language: 'de' },
	},
	'uk-gias': {
		...{ code: 'URN', name: 'EstablishmentName', town: 'Town', region: 'LA (name)', address: 'Street' },
		...{ address2: 'Locality', address3: 'Address3', postcode: 'Postcode', website: 'SchoolWebsite' },
		...{ kind: 'PhaseOfEducation (code)', kind2: 'EstablishmentTypeGroup (code)' },
		...{ state: 'EstablishmentStatus (code)', opened: 'OpenDate', closed: 'CloseDate', days: 'dmy' },
		...{ east: 'Easting', north: 'Northing', system: '27700', nullTokens: 'Not applicable', language: 'en' },
	},
	'uk-ni-primary': {
		...{ sheet: 'reference data', headerRow: '4', code: 'De ref', idShape: '9999999', name: 'school name' },
		...{ town: 'town', region: 'district council (2014)', address: 'address 1', postcode: 'postcode' },
		...{ kind: 'school type', nullTokens: 'N/A; *', language: 'en' },
	},
	'se-stockholm': {
		...{ list: 'schools', code: 'schoolUnitCode', idShape: '99999999', name: 'name', town: 'municipality' },
		...{ region: 'region', kind: 'typeOfSchool', east: 'lng', north: 'lat', language: 'sv' },
	},
};

/** The whole form: the columns by hand, kinds and states as the profile has them. */
function officersChoice({ name, kinds, states, regions = {} }: Profile): Mapping {
	const levels = 'marks' in kinds ? kinds.marks : 'levels' in kinds ? kinds.levels : {};
	const others = 'others' in kinds ? kinds.others : [];
	const values = [...Object.keys(levels), ...(others ?? [])];
	const meanings = values.map((value) => (Object.hasOwn(levels, value) ? meaningOf(levels[value]) : 'none'));
	return mappingForm.parse({
		...('marks' in kinds
			? { markColumn: values, markMeaning: meanings }
			: { kindValue: values, kindMeaning: meanings }),
		regionNames: Object.entries(regions)
			.map(([written, called]) => `${written} = ${called}`)
			.join('\n'),
		stateValue: Object.keys(states?.states ?? {}),
		stateMeaning: Object.values(states?.states ?? {}),
		...columns[name],
	});
}

function meaningOf(levels: readonly string[] = []): KindMeaning {
	return kindMeanings.find((meaning) => meaning === levels.join('+')) ?? 'school';
}

/** The rows of a file that an officer's choices take otherwise than the profile does, by their numbers. */
export async function takenOtherwise(profile: Profile, path: string): Promise<number[]> {
	const { name, country, id, language, naming = [] } = profile;
	const languages = language ? [language] : naming;
	const mapping = officersChoice(profile);
	const { guess } = await lookAtFile(path, chosenFormat(mapping), languages);
	const chosen = profileOfMapping(mapping, guess, { name, scheme: id.scheme, country, languages: naming });
	if (!chosen) throw new Error(`${name} lacks a column`);
	const [byProfile, byOfficer] = [rowTaker(profile), rowTaker(chosen)];
	const others = readRegister(path, chosen, languages).rows[Symbol.asyncIterator]();
	const otherwise: number[] = [];
	for await (const row of readRegister(path, profile, languages).rows) {
		const other = await others.next();
		const isSame = !other.done && comparable(byProfile(row)) === comparable(byOfficer(other.value));
		if (!isSame) otherwise.push(row.line);
	}
	return otherwise;
}

/** An officer cannot combine levels at will; hashes are over the names of columns as written. */
function comparable({ row, ...rest }: Taken): string {
	if (!row) return JSON.stringify(rest);
	const { row_hash: _, levels, ...others } = row;
	const meaning = kindMeanings.find((one) => one === levels.join('+'));
	return JSON.stringify({ ...rest, ...others, meaning });
}
