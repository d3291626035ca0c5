/** A file in one size, for whom its part opens it. */
import { Readable } from 'node:stream';
import { fileFor, type OpenedFile } from '#platform/files';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
	const file = await fileFor(locals.ctx, params.file, params.size);
	const headers = headersOf(file, locals.ctx.actor.kind === 'visitor');
	if (request.headers.get('if-none-match') === headers['etag'])
		return new Response(null, { status: 304, headers });
	const body = Readable.toWeb(await file.stream()) as ReadableStream;
	return new Response(body, { headers });
};

/** Whoever was removed asks again each time; what the public sees may rest for half a minute. */
function headersOf(file: OpenedFile, isPublic: boolean): Record<string, string> {
	const saved = `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, encoded)}`;
	return {
		'content-type': file.type,
		'content-length': String(file.bytes),
		'content-disposition': file.isOurs ? 'inline' : saved,
		'content-security-policy': "sandbox; default-src 'none'",
		'cache-control': isPublic ? 'public, max-age=30' : 'private, no-cache',
		etag: `"${file.hash}"`,
		vary: 'cookie',
	};
}

function encoded(sign: string): string {
	return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
