// Opens the port, on both addresses of the own machine where only that may come in.
import { createServer, type AddressInfo, type Server } from 'node:net';

/** Thrown when another program has the port. */
export class PortOccupied extends Error {
	constructor(port: number) {
		super(
			`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
		);
		this.name = 'PortOccupied';
	}
}

/** A server that listens: its real port, and how to stop taking connections. */
export interface Listening {
	readonly port: number;
	close(): void;
}

/** Listens on the address, `localhost` meaning both its IPv4 and its IPv6 one, undefined meaning every address. */
export async function listen(server: Server, port: number, address: string | undefined): Promise<Listening> {
	if (address !== 'localhost') {
		const real = await open(server, port, address);
		return { port: real, close: () => server.close() };
	}
	const real = await open(server, port, '127.0.0.1');
	const second = createServer({ pauseOnConnect: false }, (socket) => server.emit('connection', socket));
	try {
		await open(second, real, '::1');
	} catch (error) {
		if (error instanceof PortOccupied) {
			server.close();
			throw error;
		}
		// A machine without IPv6 has no second address.
	}
	return {
		port: real,
		close() {
			server.close();
			second.close();
		},
	};
}

/** Says whether the port can be had, before anything long is begun; 0 becomes a free one. */
export async function findPort(port: number, address: string | undefined): Promise<number> {
	const listening = await listen(createServer(), port, address);
	listening.close();
	return listening.port;
}

function open(server: Server, port: number, host: string | undefined): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(error.code === 'EADDRINUSE' ? new PortOccupied(port) : refused(error, port, host));
		});
		server.listen({ port, host, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
	});
}

function refused(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
	if (error.code === 'EACCES')
		return new Error(`This account may not open port ${port}. Choose one above 1023, for example PORT=3000.`);
	if (error.code === 'EADDRNOTAVAIL')
		return new Error(`This machine does not have the address HOST=${host}.`);
	return error;
}
