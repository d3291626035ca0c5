// Every form of the platform, found where people find it: on the pages that the cast opens.
import { access } from '../../../src/access.ts';
import type { Visiting } from '../../world/visiting.ts';
import type { Role } from '../cast.ts';
import { openedBy } from '../round.ts';
import type { Stage } from '../stage.ts';
import { formsIn, type HtmlForm, type SendButton } from './html-form.ts';

/** One way to send a form, and where it was found. */
export type FoundForm = {
	/** The route and call of access.ts, such as `/[lang]/join POST ?/join`. */
	readonly call: string;
	readonly browser: Visiting;
	readonly role: Role;
	readonly page: string;
	/** Where it is sent to. */
	readonly action: string;
	readonly form: HtmlForm;
	readonly button: SendButton | undefined;
};

/** Those who see all forms between them. */
const whoLooks = [
	'visitor',
	'pending',
	'founder',
	'teacher',
	'colleague',
	'officer-here',
	'central',
	'pupil',
	'pupil-helper',
] as const;

/** The first of each form, by call. */
export async function harvest(
	stage: Stage,
	more: readonly Where[] = [],
	lookers: readonly Role[] = whoLooks,
): Promise<Map<string, FoundForm>> {
	const found = new Map<string, FoundForm>();
	const places: readonly Where[] = [
		...more,
		...lookers.flatMap((role) => openedBy(stage, role).map((page) => ({ role, page }))),
	];
	for (const { role, page, browser = stage.cast[role] } of places) {
		const answer = await browser.get(page);
		if (answer.status !== 200) throw new Error(`${role} could not open ${page}: ${answer.status}`);
		for (const each of formsOf(answer.text, { role, page, browser })) {
			if (!found.has(each.call)) found.set(each.call, each);
		}
	}
	return found;
}

export type Where = { readonly role: Role; readonly page: string; readonly browser?: Visiting };

export function formsOf(html: string, where: Required<Where>): FoundForm[] {
	return formsIn(html)
		.filter(({ method }) => method === 'post')
		.flatMap((form) => {
			const buttons = form.buttons.length === 0 ? [undefined] : form.buttons;
			return buttons.map((button) => {
				const url = new URL(button?.action ?? form.action, `http://here.invalid${where.page}`);
				const action = url.pathname + url.search;
				return { call: callOf(url), ...where, action, form, button };
			});
		});
}

/** The call of access.ts behind an address. */
function callOf({ pathname, searchParams }: URL): string {
	const named = [...searchParams.keys()].find((name) => name.startsWith('/'));
	const route = pathname.startsWith('/uploads/form/') ? 'tus:/uploads/form' : routeOf(pathname);
	return `${route} POST${named === undefined ? '' : ` ?${named}`}`;
}

const literalFirst = Object.keys(access)
	.filter((route) => !route.includes('[...'))
	.sort((one, other) => names(one) - names(other));

function routeOf(pathname: string): string {
	const route = literalFirst.find((each) =>
		new RegExp(`^${each.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(pathname),
	);
	return route ?? pathname;
}

function names(route: string): number {
	return route.split('[').length;
}
