// The line between the platform and its database, for tests that break it: refused at once, or silent for ever.
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';

export interface BreakableLine {
	/** The database, reached over the line. */
	readonly connection: ClientConfig;
	/** Every connection breaks, and new ones are refused: the server is gone. */
	breakOff(): Promise<void>;
	/** Everything stands still and nothing is refused: the server hangs, as after SIGSTOP. */
	hang(): void;
	/** What hangs hangs for ever, and new connections are answered: another server has taken over. */
	takeOver(): void;
	/** As before; what hung goes on where it stopped. */
	mend(): Promise<void>;
	close(): Promise<void>;
}

/** Lays a line to the database. */
export async function layLine(database: ClientConfig): Promise<BreakableLine> {
	const pairs = new Set<readonly [Socket, Socket]>();
	let hanging = false;
	let server = newServer();
	const port = await listen(server, 0);

	function newServer(): Server {
		return createServer((near) => {
			const far = connect(join(database.host ?? '', `.s.PGSQL.${database.port ?? 5432}`));
			const pair = [near, far] as const;
			pairs.add(pair);
			near.pipe(far).pipe(near);
			for (const [one, other] of [pair, [far, near] as const]) {
				one.on('error', () => one.destroy());
				one.on('close', () => {
					other.destroy();
					pairs.delete(pair);
				});
			}
			if (hanging) hold(pair);
		});
	}

	async function breakOff(): Promise<void> {
		const closed = new Promise((done) => server.close(done));
		for (const pair of pairs) for (const end of pair) end.destroy();
		await closed;
	}

	return {
		connection: { ...database, host: '127.0.0.1', port },
		breakOff,
		hang: () => {
			hanging = true;
			for (const pair of pairs) hold(pair);
		},
		takeOver: () => {
			hanging = false;
		},
		mend: async () => {
			if (hanging) {
				for (const [near, far] of pairs) near.pipe(far).pipe(near);
			}
			hanging = false;
			if (server.listening) return;
			server = newServer();
			await listen(server, port);
		},
		close: breakOff,
	};
}

function hold([near, far]: readonly [Socket, Socket]): void {
	for (const end of [near, far]) end.unpipe().pause();
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((done, failed) => {
		server.once('error', failed);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			done(typeof address === 'object' && address ? address.port : 0);
		});
	});
}
