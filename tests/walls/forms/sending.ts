// Sends what was filled in as a browser would, or as none would.
import type { RunningPlatform } from '../../world/running-platform.ts';
import type { Visiting } from '../../world/visiting.ts';
import type { Entries } from './filling.ts';

export type Answered = { readonly status: number; readonly location: string; readonly text: string };

export type Sending = {
	readonly to: string;
	readonly body: BodyInit;
	readonly headers?: Readonly<Record<string, string>>;
	readonly method?: string;
};

/** Sends a body with the cookies of somebody and an Origin of ours, unless told otherwise. */
export async function send(platform: RunningPlatform, who: Visiting, sending: Sending): Promise<Answered> {
	const { to, body, headers = {}, method = 'POST' } = sending;
	const init: RequestInit & { readonly duplex: 'half' } = {
		method,
		body,
		// a body in pieces is sent before its answer comes
		duplex: 'half',
		redirect: 'manual',
		headers: { accept: 'text/html', origin: platform.url, cookie: who.cookie(), ...headers },
	};
	const answer = await fetch(platform.url + to, init);
	const location = (answer.headers.get('location') ?? '').replace(platform.url, '');
	return { status: answer.status, location, text: await answer.text() };
}

/** The entries as a browser encodes a form. */
export function encoded(entries: Entries): URLSearchParams {
	return new URLSearchParams(entries.map(([name, value]) => [name, value]));
}

/** With this field's values replaced. */
export function replaced(entries: Entries, name: string, value: string): Entries {
	return entries.map((entry) => (entry[0] === name ? [name, value] : entry));
}

/** Where an answer leads, to compare answers with each other. */
export function place({ status, location }: Answered): string {
	return `${status} ${location}`;
}
