/** A file in one size, for whom its part opens it. */
import { Readable } from 'node:stream';
import { fileFor, type OpenedFile } from '#platform/files';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
	const file = await fileFor(locals.ctx, params.file, params.size);
	const headers = headersOf(file, locals.ctx.actor.kind === 'visitor');
	if (request.headers.get('if-none-match') === headers['etag'])
		return new Response(null, { status: 304, headers });
	const range = rangeIn(request.headers, file, headers['etag']);
	if (range === 'beyond')
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.bytes}` } });
	const body = Readable.toWeb(await file.stream(range)) as ReadableStream;
	if (range === undefined) return new Response(body, { headers });
	const { first, last } = range;
	return new Response(body, {
		status: 206,
		headers: {
			...headers,
			'content-length': String(last - first + 1),
			'content-range': `bytes ${first}-${last}/${file.bytes}`,
		},
	});
};

/** Players ask for a piece at a time, one piece each; whatever else is asked for gets the whole. */
function rangeIn(
	asked: Headers,
	{ bytes }: OpenedFile,
	etag: string | undefined,
): { first: number; last: number } | 'beyond' | undefined {
	const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked.get('range') ?? '') ?? [];
	if ((from === '' && to === '') || (asked.has('if-range') && asked.get('if-range') !== etag))
		return undefined;
	const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
	const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
	return first >= bytes || last < first ? 'beyond' : { first, last };
}

/** Whoever was removed asks again each time; what the public sees may rest for half a minute. */
function headersOf(file: OpenedFile, isPublic: boolean): Record<string, string> {
	const saved = `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, encoded)}`;
	return {
		'content-type': file.type,
		'content-length': String(file.bytes),
		'accept-ranges': 'bytes',
		'content-disposition': file.isOurs ? 'inline' : saved,
		'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
		'cache-control': isPublic ? 'public, max-age=30' : 'private, no-cache',
		etag: `"${file.hash}"`,
		vary: 'cookie',
	};
}

function encoded(sign: string): string {
	return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
