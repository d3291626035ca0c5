/** The upload doors beside the pages: who comes, from where, and which door takes them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { actorOfRequest } from '#domain/people';
import { now } from '#platform/clock';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { takeForm } from '#platform/files/form-door';
import { openTusDoor, tusPath, type TusDoor } from '#platform/files/tus-door';
import { newId } from '#platform/ids';
import { countAgainst } from '#platform/limits';
import { visitor } from '#shared/actor';
import { defaultLocale } from '#shared/locales';
import { access } from '../../access.ts';
import { isFromHere } from './at-the-door.ts';
import { statusOf } from './status-of.ts';
import type { Web } from './web.ts';

const formPath = /^\/uploads\/form\/([a-z-]{1,40})\/([0-9a-f-]{36})$/;
const drainedWithin = 30_000;
const uploads = { name: 'files.upload', most: 200, seconds: 3600 };

export type UploadDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Takes requests to `/uploads/...` and answers true; leaves all others to the pages. */
export function openUploadDoors(web: Web): UploadDoor {
	let tus: Promise<TusDoor> | undefined;
	return (request, response) => {
		const path = (request.url ?? '').split('?')[0] ?? '';
		const form = formPath.exec(path);
		const isTus = path === tusPath || path.startsWith(`${tusPath}/`);
		if (!form && !isTus) return false;
		void serve().catch((error: unknown) => refuse(web, request, response, error));
		return true;

		async function serve(): Promise<void> {
			const door = form ? 'tus:/uploads/form' : 'tus:/uploads/tus';
			const ctx = await web.pulse.whileItAnswers(() => admit(web, request, door));
			if (form) return takeForm(ctx, { purpose: form[1] ?? '', owner: form[2] ?? '' }, request, response);
			tus ??= openTusDoor(statusOf);
			return (await tus)(ctx, request, response);
		}
	};
}

/** Origin, session and the table of access, as for every page; then how often. */
async function admit(web: Web, request: IncomingMessage, door: string): Promise<Context> {
	const method = request.method ?? '';
	if (method !== 'GET' && method !== 'HEAD' && !isFromHere(web, request)) throw new Forbidden('origin');
	const headers = new Headers({ cookie: request.headers.cookie ?? '' });
	const anonymous = { db: web.db, actor: visitor, now: now(), locale: defaultLocale, log: web.log };
	const ctx = { ...anonymous, actor: await actorOfRequest(anonymous, headers) };
	web.uses.note(ctx.actor, ctx.now);
	const kinds = access[door]?.[method];
	if (!kinds?.includes(ctx.actor.kind)) throw new NotFound('door');
	if (method === 'POST' && 'session' in ctx.actor) await countAgainst(ctx, uploads, ctx.actor.session);
	return ctx;
}

function refuse(web: Web, request: IncomingMessage, response: ServerResponse, error: unknown): void {
	const status = statusOf(error);
	if (status === 500) web.log.error({ id: newId(), err: error }, 'upload failed');
	// the browser listens when it has sent everything; whoever sends for too long is cut off
	request.resume();
	setTimeout(() => request.complete || request.destroy(), drainedWithin).unref();
	if (response.headersSent) return void response.destroy();
	const headers = {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store',
	};
	response.writeHead(status, headers).end(`${status}\n`);
}
