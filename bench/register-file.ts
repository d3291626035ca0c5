// A national register that nobody published: seeded names and towns, with the words that stand in nearly every name.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const kinds = [
	"SCUOLA DELL'INFANZIA",
	'SCUOLA PRIMARIA',
	'ISTITUTO COMPRENSIVO',
	'LICEO SCIENTIFICO',
] as const;
const syllables =
	'BA BE CA CO DA DO FA FE GA GI LA LE LI LO MA ME MI MO NA NE PA PE PO RA RE RI RO SA SE SI SO TA TE TO VA VE VI'.split(
		' ',
	);
const firstNames =
	'ADA ALDO ANNA BRUNO CARLA DINO ELENA ENZO FABIO GINA IDA LINO LUCA LUISA MARIA MARCO NINO OLGA PIA REMO RITA SARA TEO UGO VERA'.split(
		' ',
	);

export const header =
	'ANNO;REGIONE;CODICE;CODICE_ISTITUTO;DENOMINAZIONE;INDIRIZZO;CAP;COMUNE;TIPO;STATO;DIRIGENTE;MAIL;SITO';

function word(random: () => number, least: number): string {
	const count = least + Math.floor(random() * 3);
	return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join('');
}

export type RegisterFile = { readonly rows: number; readonly edition: 1 | 2 };

/** Writes the register; the second edition has one school in twenty changed, one in a hundred gone and as many new. */
export async function writeRegister(path: string, { rows, edition }: RegisterFile): Promise<void> {
	const random = seeded(20_311_001);
	const towns = Array.from({ length: 8000 }, () => word(random, 2));
	const surnames = Array.from({ length: 12_000 }, () => word(random, 2));
	const pick = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)] ?? '';
	const file = createWriteStream(path);
	file.write(`${header}\r\n`);
	for (let number = 0; number < rows * 1.01; number++) {
		const kind = kinds[number % kinds.length] ?? '';
		const town = pick(towns);
		const name = `${kind} ""${firstNames[Math.floor(random() * firstNames.length)]} ${pick(surnames)}"" ${random() < 0.3 ? town : ''}`;
		const street = `VIA ${pick(surnames)} ${1 + Math.floor(random() * 200)}`;
		const changed = edition === 2 && number % 20 === 7 ? ' STATALE' : '';
		const isNew = number >= rows;
		const isGone = number % 100 === 50 && number < rows;
		if (edition === 1 ? isNew : isGone) continue;
		const code = `RE${String(number).padStart(8, '0')}`;
		const line = `20${30 + edition};REGIONE ${number % 20};${code};RE${String(number - (number % 8)).padStart(8, '0')};"${name}${changed}";${street};${10_000 + (number % 89_999)};${town};${kind};ATTIVA;ROSSI ${number};dir${number}@example.org;www.scuola${number}.example.org\r\n`;
		if (!file.write(line)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'finish');
}
