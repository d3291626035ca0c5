// A mail relay that takes everything and remembers under which Message-ID it came.
import { SMTPServer } from 'smtp-server';

export interface MailRelay {
	readonly url: string;
	/** How often each Message-ID arrived. */
	readonly received: ReadonlyMap<string, number>;
	close(): void;
}

/** Opens the relay on a free port. */
export async function openRelay(): Promise<MailRelay> {
	const received = new Map<string, number>();
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, _session, done) {
			let text = '';
			stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
			stream.on('end', () => {
				const id = /^Message-ID: (<[^>]+>)/im.exec(text)?.[1] ?? '';
				received.set(id, (received.get(id) ?? 0) + 1);
				done();
			});
		},
	});
	// a worker that is killed breaks its connection off
	server.on('error', () => undefined);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return { url: `smtp://127.0.0.1:${port}`, received, close: () => server.close() };
}
