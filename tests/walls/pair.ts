// Two founders and those around them, as the grounds are built by them.
import type { Context } from '#platform/context';
import type { Result } from '#platform/result';
import { officer, teacher, type PersonName } from '../world/index.ts';
import type { WorldDatabase } from '../world/database.ts';
import type { SignedIn } from './cast.ts';
import { word, type Ground, type Planted, type Secret } from './secrets.ts';

type OfficerName = 'rui' | 'mette' | 'sonia';

type Persons = {
	readonly founder: PersonName;
	readonly cofounder: PersonName;
	/** Officers of the two countries; the first one asks and refuses. */
	readonly desks: readonly [OfficerName, OfficerName];
	/** The second co-founder whom the founder invites. */
	readonly invited: PersonName;
	/** Besides the founders: one teacher, one expert, one observer, and one who had to go. */
	readonly others?: Readonly<Record<'teacher' | 'expert' | 'observer' | 'removed', PersonName>>;
};

const persons: Readonly<Record<Ground, Persons>> = {
	here: {
		founder: 'ines',
		cofounder: 'freja',
		desks: ['rui', 'mette'],
		invited: 'amelie',
		others: { teacher: 'amelie', expert: 'lukas', observer: 'eleni', removed: 'liis' },
	},
	there: { founder: 'yasmine', cofounder: 'freja', desks: ['sonia', 'mette'], invited: 'freja' },
};

/** The pair of a ground, with what it takes to act for them at this very moment. */
export type Pair = Persons & {
	readonly ground: Ground;
	/** The made-up word of a secret on this ground; from then on it is planted. */
	say(secret: Secret): string;
	/** Plants a text that is no made-up word. */
	plant(secret: Secret, text: string): void;
	readonly planted: readonly Planted[];
	system(): Context;
	as(name: PersonName): Context;
	atDesk(name: OfficerName): Promise<Context>;
	/** Over the wire, because only the running platform knows the codes of cards; answers the code. */
	addPupil(by: PersonName, classId: string, alias: string): Promise<string>;
	/** Over the wire too, because files lie in the platform's folder; answers the file's id. */
	sendPicture(by: PersonName, owner: string, bytes: Buffer, purpose?: string): Promise<string>;
};

export function pairOf(world: WorldDatabase, ground: Ground, signedIn: SignedIn): Pair {
	const system = () => world.as({ kind: 'system' });
	const planted: Planted[] = [];
	const plant = (secret: Secret, text: string) => void planted.push({ ground, secret, text });
	return {
		...persons[ground],
		ground,
		planted,
		plant,
		say: (secret) => {
			const said = word(ground, secret);
			if (!planted.some(({ text }) => text === said)) plant(secret, said);
			return said;
		},
		system,
		as: (name) => world.as(teacher(name)),
		atDesk: async (name) => world.as(await officer(system(), name)),
		addPupil: async (by, classId, alias) => {
			const sheet = await (await signedIn(by)).send(`/en/me/classes/${classId}?/add`, { aliases: [alias] });
			const [, code] = />([\dA-Z]{4}(?:-[\dA-Z]{4}){2})</.exec(sheet.text) ?? [];
			plant('code of a card', code ?? missing('the code of a card', sheet.text));
			return code ?? '';
		},
		sendPicture: async (by, owner, bytes, purpose = 'page-picture') => {
			const body = new FormData();
			body.set('back', '/en');
			body.set('file', new Blob([new Uint8Array(bytes)]), 'river.jpg');
			const sent = await (await signedIn(by)).post(`/uploads/form/${purpose}/${owner}`, body);
			return /file=([0-9a-f-]{36})/.exec(sent.location)?.[1] ?? missing('a picture', sent.location);
		},
	};
}

/** What a use case granted; the grounds have no use for a refusal. */
export function must<T>(outcome: Result<T, string>): T {
	if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
	return outcome.value;
}

function missing(what: string, where: string): never {
	throw new Error(`${what} is missing in: ${where.slice(0, 500)}`);
}
