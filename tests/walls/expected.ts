// What an answer must be: from access.ts (the first door) and, behind it, from the table of reach.ts.
import { access } from '../../src/access.ts';
import { kindOf, standing, type Role } from './cast.ts';
import { missingLine, reach, type Line } from './reach.ts';
import type { Ground } from './secrets.ts';

/** A status, with the address when the answer leads on. */
export type Expected = { readonly status: number; readonly location?: string };

/** Who asks for which address of a route; `line` where it leads to another thing than usual. */
export type Asked = {
	readonly route: string;
	readonly role: Role;
	readonly ground: Ground;
	readonly path: string;
	readonly line?: Line | undefined;
};

function lineOf(route: string, call: string): Line {
	const line = reach[route]?.[call];
	if (!line) throw new Error(missingLine(route, call));
	return line;
}

/** Whether access.ts lets this kind of actor to the call. */
function isLetIn(route: string, call: string, role: Role): boolean {
	return access[route]?.[call]?.includes(kindOf(role)) ?? false;
}

/** The answer to a page that is opened. */
export function toOpening(asked: Asked): Expected {
	const { route, role, ground, path, line = lineOf(route, 'GET') } = asked;
	if (!isLetIn(route, 'GET', role)) return toTheUninvited(route, role, path);
	if (line.on?.some((each) => each === standing(role, ground))) return { status: 303 };
	return alwaysOf(line) ?? { status: behindTheDoor(line, role, ground) };
}

/** The answer to somebody else's thing under the own project: there is none, whoever asks. */
export function toCrossing(route: string, role: Role, path: string): Expected {
	if (!isLetIn(route, 'GET', role)) return toTheUninvited(route, role, path);
	// who may do none of this in the space is told so before anything is looked for
	const mayNothing = lineOf(route, 'GET').no?.includes(role) && route.endsWith('/reports/[matter]');
	return { status: mayNothing ? 403 : 404 };
}

/**
 * The answer to an empty form: those behind the door are told what is missing on the page of the form, if that is
 * theirs; unless nothing is missing. 200 stands for a deed that is done.
 */
export function toEmptyForm(asked: Asked & { readonly call: string }): Expected {
	const { route, call, role, ground } = asked;
	if (!isLetIn(route, call, role)) return toTheUnheard(asked);
	const line = lineOf(route, call);
	const always = alwaysOf(line);
	if (always) return always;
	if (line.bare) return { status: behindTheDoor(line, role, ground) };
	const page = toOpening(asked);
	return page.status === 200 ? { status: 400 } : page;
}

/** Whose session has ended is led to the door, a pupil with a word why; for nobody else there is such a form. */
function toTheUnheard({ route, call, role, path }: Asked & { readonly call: string }): Expected {
	const isForPupils = access[route]?.[call]?.every((kind) => kind === 'pupil') ?? false;
	const page = call === 'POST' ? path : (path.split('?')[0] ?? path);
	const door = isForPupils ? '/en/pupil?told=ended' : `/en/sign-in?next=${encodeURIComponent(page)}`;
	if (role === 'visitor') return { status: 303, location: door };
	return { status: hiddenFrom(role) ? 404 : 403 };
}

function alwaysOf({ always }: Line): Expected | undefined {
	if (always === undefined) return undefined;
	return typeof always === 'number' ? { status: always } : { status: 303, location: always };
}

/** The answer of the doors beside the pages, which say no to everybody alike; 200 for a file that may come. */
export function toUpload(door: string, call: string, role: Role): number {
	return isLetIn(door, call, role) ? behindTheDoor(lineOf(door, call), role, 'here') : 404;
}

/** The same for sockets. */
export function toSocket(door: string, role: Role, ground: Ground): number {
	return isLetIn(door, 'GET', role) ? behindTheDoor(lineOf(door, 'GET'), role, ground) : 404;
}

/** The status behind the first door: 200 stands for whatever a granted wish is answered with. */
function behindTheDoor(line: Line, role: Role, ground: Ground): number {
	const as = standing(role, ground);
	if (line.yes === 'all' || line.yes.some((each) => each === as)) return 200;
	return line.no?.some((each) => each === as) ? 403 : 404;
}

/** Visitors are led to a door: to the one for cards where only pupils may go. */
function toTheUninvited(route: string, role: Role, path: string): Expected {
	const isForPupils = access[route]?.['GET']?.every((kind) => kind === 'pupil') ?? false;
	const door = isForPupils ? '/en/pupil' : `/en/sign-in?next=${encodeURIComponent(path)}`;
	if (role === 'visitor') return { status: 303, location: door };
	return { status: hiddenFrom(role) ? 404 : 403 };
}

/** What is not for visitors and pupils does not exist for them. */
function hiddenFrom(role: Role): boolean {
	return kindOf(role) === 'visitor' || kindOf(role) === 'pupil';
}
