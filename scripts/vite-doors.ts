// Vite plugin: the dev server gets the edge and the doors that server.ts has, from the same composed process.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';
import { readConfig } from '../src/server/platform/config.ts';
import { edgeFor } from './serve/edge.ts';
import { openDoors } from './serve/doors.ts';

/** The plugin for vite.config.ts; to be listed before SvelteKit's. */
export function doors(): Plugin {
	return {
		name: 'opentwinning-doors',
		apply: 'serve',
		configureServer(server) {
			const refusalAtTheEdge = edgeFor(readConfig());
			server.middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
				const refusal = refusalAtTheEdge(request);
				if (refusal !== undefined) response.writeHead(refusal.status).end(`${refusal.sentence}\n`);
				else if (openDoors().upload?.(request, response) !== true) next();
			});
			server.httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
				// Vite's own socket, which reloads pages, shares the port.
				if (request.headers['sec-websocket-protocol']?.startsWith('vite-')) return;
				if (refusalAtTheEdge(request) !== undefined) socket.destroy();
				else openDoors().upgrade?.(request, socket, head);
			});
		},
	};
}
