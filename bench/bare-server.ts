// The bare server of the promise on pages: node:http and pg, the same statements, the same bytes joined from strings.
import { createServer } from 'node:http';
import pg from 'pg';
import type { Statement } from './sql-recorder.ts';

interface BarePage {
	readonly path: string;
	readonly statements: readonly Statement[];
	readonly body: string;
}

/** Sent by the bench as the first message. */
interface Orders {
	readonly connection: pg.ClientConfig;
	readonly pages: readonly BarePage[];
}

process.once('message', (orders: Orders) => void serve(orders));

async function serve({ connection, pages }: Orders): Promise<void> {
	const pool = new pg.Pool({ ...connection, max: 10 });
	const answers = new Map(pages.map((page) => [page.path, { ...page, pieces: page.body.split(/(?=<)/) }]));
	const server = createServer((request, response) => {
		const page = answers.get(request.url ?? '');
		if (!page) return void response.writeHead(404).end();
		void ask(pool, page.statements).then(() => {
			response.writeHead(200, {
				'content-type': 'text/html; charset=utf-8',
				'cache-control': 'private, no-store',
			});
			response.end(page.pieces.join(''));
		});
	});
	server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
	process.once('disconnect', () => process.exit(0));
}

async function ask(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
	for (const { text, values } of statements) await pool.query(text, [...values]);
}
