/**
 * The door for resumable uploads (tus). The library's store acknowledges before anything is on the disk, so the
 * last step is ours: the file is checked, hashed and synced before the upload is called finished.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Server, type Upload } from '@tus/server';
import { personOf } from '#shared/actor';
import type { Context } from '../context.ts';
import { PlatformError } from '../errors.ts';
import { mostFor, purposeNamed, takeFile, type Arrival } from '../files.ts';
import { Partials } from './partials.ts';
import { partialsFolder } from './store.ts';

export const tusPath = '/uploads/tus';
/** Nothing may be larger, whatever its purpose says. */
const mostBytes = 2_000_000_000;

export type TusDoor = (ctx: Context, request: IncomingMessage, response: ServerResponse) => Promise<void>;

type WebRequest = { readonly runtime?: { readonly node?: { readonly req: IncomingMessage } } };

/** What the library turns into an answer. */
class TusRefusal extends Error {
	readonly status_code: number;
	readonly body: string;
	constructor(status: number, body: string) {
		super(body);
		this.status_code = status;
		this.body = body;
	}
}

/**
 * Makes the door. Each request is checked against who began the upload. `statusOf` says with which status an
 * exception of ours is answered.
 */
export async function openTusDoor(statusOf: (error: unknown) => number): Promise<TusDoor> {
	const directory = partialsFolder();
	await mkdir(directory, { recursive: true, mode: 0o700 });
	const contexts = new WeakMap<IncomingMessage, Context>();
	const contextOf = (request: unknown): Context => {
		const node = (request as WebRequest).runtime?.node?.req;
		const ctx = node && contexts.get(node);
		if (!ctx) throw new TusRefusal(404, 'unknown');
		return ctx;
	};
	const datastore = new Partials({ directory });
	const server = new Server({
		path: tusPath,
		datastore,
		maxSize: mostBytes,
		relativeLocation: true,
		allowedOrigins: [],
		onIncomingRequest: async (request, id) => {
			if (request.method === 'POST' || request.method === 'OPTIONS') return;
			const upload = await datastore.getUpload(id);
			if (upload.metadata?.['actor'] !== keyOf(contextOf(request))) throw new TusRefusal(404, 'unknown');
		},
		onUploadCreate: async (request, upload) => ({ metadata: await admit(contextOf(request), upload) }),
		onUploadFinish: async (request, upload) => {
			const path = join(directory, upload.id);
			const sum = datastore.sumOf(upload.id, upload.size ?? -1);
			const taken = await takeFile(contextOf(request), arrivalOf(upload), path, sum);
			await datastore.remove(upload.id).catch(() => undefined);
			if (!taken.ok) throw new TusRefusal(422, taken.reason);
			return { headers: { 'x-opentwinning-file': taken.value.id } };
		},
		onResponseError: (_request, error) =>
			error instanceof PlatformError ? { status_code: statusOf(error), body: error.code } : undefined,
	});
	return async (ctx, request, response) => {
		contexts.set(request, ctx);
		await server.handle(request, response);
	};
}

/** Whether this actor may begin such an upload; what is kept of what they said. */
async function admit(ctx: Context, upload: Upload): Promise<Record<string, string>> {
	const { purpose = '', owner = '', name = '' } = upload.metadata ?? {};
	if (upload.size === undefined || upload.sizeIsDeferred) throw new TusRefusal(400, 'length-missing');
	const declared = purposeNamed(purpose ?? '');
	await declared.mayAdd(ctx, owner ?? '');
	const most = await mostFor(ctx, { purpose: purpose ?? '', owner: owner ?? '' });
	if (upload.size > most.bytes) throw new TusRefusal(413, most.otherwise);
	return { purpose: purpose ?? '', owner: owner ?? '', name: (name ?? '').slice(0, 300), actor: keyOf(ctx) };
}

function arrivalOf({ metadata }: Upload): Arrival {
	const { purpose, owner, name } = metadata ?? {};
	return { purpose: purpose ?? '', owner: owner ?? '', name: name ?? '' };
}

function keyOf({ actor }: Context): string {
	return `${actor.kind}:${personOf(actor) ?? (actor.kind === 'pupil' ? actor.pupil : '')}`;
}
