// A door before PostgreSQL that writes down the statements passing through: what a page asks, word for word.
import { createServer, connect, type Server, type Socket } from 'node:net';
import type { ClientConfig } from 'pg';

export interface Statement {
	readonly text: string;
	readonly values: readonly (string | null)[];
}

/** A recorder between a process and its database. */
export interface Recorder {
	/** How a process reaches the database through the recorder. */
	readonly connection: ClientConfig;
	/** Forgets what was recorded and begins anew. */
	begin(): void;
	/** Everything since `begin`, without what the pool itself says to a new connection. */
	statements(): readonly Statement[];
	close(): Promise<void>;
}

/** Opens the recorder on a free port of this machine. */
export async function recordStatements(database: ClientConfig): Promise<Recorder> {
	let recorded: Statement[] = [];
	const server = createServer((client) => {
		const upstream = connect(`${database.host}/.s.PGSQL.${database.port ?? 5432}`);
		const read = reader((statement) => recorded.push(statement));
		client.on('data', read).pipe(upstream).pipe(client);
		for (const socket of [client, upstream]) socket.on('error', () => endBoth(client, upstream));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as { port: number };
	const { user, password, database: name } = database;
	return {
		connection: { host: '127.0.0.1', port, user, password, database: name },
		begin: () => (recorded = []),
		statements: () => recorded.filter(({ text }) => !/^set role /i.test(text)),
		close: () => closed(server),
	};
}

function endBoth(one: Socket, other: Socket): void {
	one.destroy();
	other.destroy();
}

function closed(server: Server): Promise<void> {
	return new Promise((done) => server.close(() => done()));
}

/** Reads the frontend's half of PostgreSQL's protocol (version 3): Parse carries the text, Bind the values. */
function reader(found: (statement: Statement) => void): (chunk: Buffer) => void {
	let held = Buffer.alloc(0);
	let started = false;
	const texts = new Map<string, string>();
	return (chunk) => {
		held = Buffer.concat([held, chunk]);
		for (;;) {
			const head = started ? 5 : 4;
			if (held.length < head) return;
			const length = held.readInt32BE(head - 4) + head - 4;
			if (held.length < length) return;
			const kind = started ? String.fromCharCode(held[0] ?? 0) : 'start';
			const body = held.subarray(head, length);
			if (kind === 'P') texts.set(...namedText(body));
			if (kind === 'B') found({ text: texts.get(nameInBind(body)) ?? '', values: valuesOfBind(body) });
			if (kind === 'Q') found({ text: body.subarray(0, -1).toString(), values: [] });
			started = true;
			held = held.subarray(length);
		}
	};
}

/** A statement without a name has the empty one. */
function namedText(body: Buffer): [name: string, text: string] {
	const end = body.indexOf(0);
	return [body.subarray(0, end).toString(), body.subarray(end + 1, body.indexOf(0, end + 1)).toString()];
}

function nameInBind(body: Buffer): string {
	const from = body.indexOf(0) + 1;
	return body.subarray(from, body.indexOf(0, from)).toString();
}

function valuesOfBind(body: Buffer): (string | null)[] {
	let at = body.indexOf(0) + 1;
	at = body.indexOf(0, at) + 1;
	at += 2 + 2 * body.readInt16BE(at);
	const count = body.readInt16BE(at);
	at += 2;
	const values: (string | null)[] = [];
	for (let index = 0; index < count; index++) {
		const length = body.readInt32BE(at);
		at += 4;
		values.push(length === -1 ? null : body.subarray(at, at + length).toString());
		at += Math.max(0, length);
	}
	return values;
}
