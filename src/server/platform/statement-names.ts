/** Names for statements that are asked again and again: PostgreSQL plans a named one once a connection. */
import type { ClientBase } from 'pg';
import { sha256 } from './ids.ts';

const names = new Map<string, string>();

/** From now on this statement has a name. For few, long-lived texts only: every connection keeps their plans. */
export function nameStatement(text: string): void {
	names.set(text, sha256(text).toString('hex', 0, 16));
}

/** Lets a new connection call named statements by their name. */
export function callByName(client: ClientBase): void {
	const ask = client.query.bind(client) as (...question: readonly unknown[]) => unknown;
	client.query = ((text: unknown, values: unknown, ...rest: readonly unknown[]) => {
		const name = typeof text === 'string' ? names.get(text) : undefined;
		return name === undefined ? ask(text, values, ...rest) : ask({ name, text, values }, ...rest);
	}) as ClientBase['query'];
}
