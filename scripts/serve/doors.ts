// What the composed platform offers besides pages: it stands on globalThis, so that no module is loaded twice.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The doors beside the pages, and what the server must ask and tell the platform. */
export interface Doors {
	readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** Takes the request and answers true, or leaves it to the pages. */
	readonly upload?: (request: IncomingMessage, response: ServerResponse) => boolean;
	readonly ready?: () => Promise<boolean>;
	readonly hush?: () => Promise<void>;
	readonly close?: () => Promise<void>;
}

/** The doors, as soon as the handler was imported; before that, none. */
export function openDoors(): Doors {
	return (globalThis as { [key: symbol]: Doors | undefined })[Symbol.for('opentwinning')] ?? {};
}
