// One form on one page, and sending it again and again.
import type { RunningPlatform } from '../../world/running-platform.ts';
import type { Role } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { filled } from './filling.ts';
import { formsOf, type FoundForm } from './harvest.ts';
import { encoded, send, type Answered } from './sending.ts';

/** The form for that call on the page as it is now, such as `?/make`; the page's own default action is ''. */
export async function formAt(stage: Stage, role: Role, page: string, call: string): Promise<FoundForm> {
	const browser = stage.cast[role];
	const answer = await browser.get(page);
	const forms = formsOf(answer.text, { role, page, browser });
	const found = forms.find((each) => nameOf(each.call) === call && pathOf(each.action) === pathOf(page));
	if (!found) throw new Error(`${page} has no form ${call} for ${role} (${answer.status})`);
	return found;
}

/** A form that was found before, on its page as it is now. */
export async function formAgain({ page, role, browser, call, action }: FoundForm): Promise<FoundForm> {
	const { status, text } = await browser.get(page);
	const forms = formsOf(text, { role, page, browser });
	const found = forms.find((each) => each.call === call && pathOf(each.action) === pathOf(action));
	if (!found) throw new Error(`${page} has no form ${call} for ${role} any more (${status})`);
	return found;
}

/** Fills the form in and sends it, each time with the same key and words. */
export function sendingOf(platform: RunningPlatform, found: FoundForm): () => Promise<Answered> {
	const { action, browser, form, button } = found;
	const entries = filled(form, button);
	return () => send(platform, browser, { to: action, body: encoded(entries) });
}

/** The name of a call without its route. */
export function nameOf(call: string): string {
	return call.split(' POST')[1]?.trim() ?? '';
}

function pathOf(address: string): string {
	return address.split('?')[0] ?? '';
}
