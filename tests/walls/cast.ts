// Who goes round the platform: one person of the world for each kind of actor and each way of standing to a thing.
import type { arrivalOf } from '#domain/people';
import type { PupilArrival } from '#domain/pupils';
import { offices, type PersonName } from '../world/index.ts';
import type { RunningPlatform } from '../world/running-platform.ts';
import { aVisitor, signedInAs, type Visiting } from '../world/visiting.ts';
import type { ActorKind } from '#shared/actor';
import type { Ground } from './secrets.ts';

type Part = { readonly kind: ActorKind; readonly person?: PersonName; readonly desk?: keyof typeof offices };

/** By role; `here` and `there` are the two pairs of founders of `grounds.ts`. */
export const cast = {
	visitor: { kind: 'visitor' },
	/** Stated a place and waits; added a school that waits too. */
	pending: { kind: 'member', person: 'marco' },
	/** Founded what is here. */
	founder: { kind: 'teacher', person: 'ines' },
	/** In the space as a teacher, and invited to found a second project. */
	teacher: { kind: 'teacher', person: 'amelie' },
	/** Guests of the space; both are validated teachers elsewhere. */
	expert: { kind: 'teacher', person: 'lukas' },
	observer: { kind: 'teacher', person: 'eleni' },
	/** Was a teacher of the space, and is blocked by the founder. */
	removed: { kind: 'teacher', person: 'liis' },
	/** Teaches at the founder's school and has no part in the space. */
	colleague: { kind: 'teacher', person: 'tiago' },
	/** Founded what is there. */
	stranger: { kind: 'teacher', person: 'yasmine' },
	'officer-here': { kind: 'officer', person: 'rui', desk: 'rui' },
	'officer-elsewhere': { kind: 'officer', person: 'claire', desk: 'claire' },
	central: { kind: 'officer', person: 'anna', desk: 'anna' },
	/** In the space here. */
	pupil: { kind: 'pupil' },
	/** In the space here too, and helps the teachers there. */
	'pupil-helper': { kind: 'pupil' },
	/** Of the same school, in another class that has no part in the space. */
	'pupil-outside': { kind: 'pupil' },
} as const satisfies Readonly<Record<string, Part>>;

export type Role = keyof typeof cast;
export const roles = Object.keys(cast) as readonly Role[];

/** Whom the doors let in as what; nobody comes as a guest, an operator or a bearer today. */
type Arriving = Awaited<ReturnType<typeof arrivalOf>>['actor']['kind'] | PupilArrival['actor']['kind'];
export const arriving: Readonly<Record<Arriving, true>> = {
	visitor: true,
	member: true,
	teacher: true,
	officer: true,
	pupil: true,
};

export function kindOf(role: Role): ActorKind {
	return cast[role].kind;
}

/** How somebody stands to the things of a ground: over there, the stranger is the founder and nobody else is anything. */
export function standing(role: Role, ground: Ground): Role | 'nobody' {
	if (ground === 'here') return role;
	if (role === 'stranger') return 'founder';
	// one desk for all countries
	if (role === 'central') return 'central';
	if (kindOf(role) === 'teacher') return 'stranger';
	return kindOf(role) === 'officer' ? 'officer-elsewhere' : 'nobody';
}

/** Somebody of the world at a browser, the same one each time. */
export type SignedIn = (name: PersonName) => Promise<Visiting>;

export function signingIn(platform: RunningPlatform): SignedIn {
	const browsers = new Map<PersonName, Promise<Visiting>>();
	return (name) => {
		const browser = browsers.get(name) ?? signedInAs(platform, name);
		browsers.set(name, browser);
		return browser;
	};
}

/** Lets a member of the cast come in; pupils come with the code of their card. */
export async function enter(
	platform: RunningPlatform,
	role: Role,
	door: { signedIn: SignedIn; code: string },
) {
	const part: Part = cast[role];
	const browser = part.person === undefined ? aVisitor(platform) : await door.signedIn(part.person);
	if (part.kind === 'pupil') await sends(browser, '/en/pupil?/enter', { card: door.code });
	if (part.desk) {
		const seat = { office: offices[part.desk] };
		await sends(browser, '/en/me/desk?/enter', seat);
	}
	return browser;
}

async function sends(browser: Visiting, path: string, fields: Record<string, string>): Promise<void> {
	const { status } = await browser.send(path, fields);
	if (status !== 303) throw new Error(`${path} did not let in: ${status}`);
}
