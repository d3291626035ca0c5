/** What is new for me, as it comes (server-sent events). */
import { web } from '../../../../server/processes/web.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	new Response(web().news.streamFor(locals.ctx), {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'private, no-store, no-transform',
			// a proxy that holds back would make it late
			'x-accel-buffering': 'no',
		},
	});
