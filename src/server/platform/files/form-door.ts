/**
 * The door for files in forms without JavaScript: the file streams to the disk, never into memory, and the
 * browser is sent back to the page it came from, with the new file's id or with what was wrong.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { internalPath } from '#shared/internal-path';
import type { Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { purposeNamed, receiveFile, type Arrival, type FileRefusal } from '../files.ts';
import type { Result } from '../result.ts';

/** The field that holds the file, and the one that says to which page of ours the answer leads. */
export const fileField = 'file';
export const backField = 'back';

type Received = Result<{ readonly id: string }, FileRefusal>;
type Form = { readonly back: string; readonly received: Received };

/** Takes one file of a form for a purpose and an owner; answers 303. */
export async function takeForm(
	ctx: Context,
	arrival: Omit<Arrival, 'name'>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	await purposeNamed(arrival.purpose).mayAdd(ctx, arrival.owner);
	const form = await readUpload(ctx, arrival, request);
	response.writeHead(303, { location: answerTo(form), 'cache-control': 'no-store' }).end();
}

/** A page of ours; whatever else was sent leads to the home page. */
function answerTo({ back, received }: Form): string {
	const url = new URL(internalPath(back, '/'), 'http://here.invalid');
	if (received.ok) url.searchParams.set('file', received.value.id);
	else url.searchParams.set('refused', received.reason);
	return `${url.pathname}${url.search}`;
}

function readUpload(ctx: Context, arrival: Omit<Arrival, 'name'>, request: IncomingMessage): Promise<Form> {
	const busboy = new Busboy({
		headers: request.headers as BusboyHeaders,
		limits: { files: 1, fields: 4, parts: 5, fieldSize: 2000, headerPairs: 20, fieldNameSize: 100 },
	});
	return new Promise<Form>((resolve, reject) => {
		let back = '';
		let received: Promise<Received> | undefined;
		busboy.on('field', (name, value) => {
			if (name === backField) back = value;
		});
		busboy.on('file', (name, stream, filename) => {
			if (name !== fileField || received) return void stream.resume();
			received = receiveWhole(ctx, { ...arrival, name: filename }, stream);
			// what is wrong with the file is told when the form has ended
			received.catch(() => undefined);
		});
		busboy.once('error', reject);
		busboy.once('finish', () => {
			if (!received) return reject(new Invalid('no-file'));
			received.then((outcome) => resolve({ back, received: outcome }), reject);
		});
		request.once('aborted', () => reject(new Invalid('upload-broken-off')));
		request.pipe(busboy);
	});
}

/** Reads the stream to its end whatever becomes of it: a browser listens only when it has sent everything. */
async function receiveWhole(ctx: Context, arrival: Arrival, stream: Readable): Promise<Received> {
	const received = await receiveFile(ctx, arrival, stream);
	stream.resume();
	return received;
}
