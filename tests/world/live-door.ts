// The door to a page that is written together, knocked at without going in.
import { WebSocket } from 'ws';

export type Knock = { readonly cookie?: string; readonly origin?: string };

/** The socket at a page, as a browser would open it. */
export function socketTo(url: string, page: string, { cookie = '', origin = url }: Knock): WebSocket {
	return new WebSocket(`${url.replace('http', 'ws')}/live/pages/${page}`, {
		headers: { origin, ...(cookie !== '' && { cookie }) },
	});
}

/** The status of the refusal, or 101 when the door opens. */
export function knockAtPage(url: string, page: string, knock: Knock): Promise<number> {
	return new Promise((done) => {
		const line = socketTo(url, page, knock);
		line.on('error', () => undefined);
		line.on('open', () => {
			line.terminate();
			done(101);
		});
		line.on('unexpected-response', (_, answer) => {
			line.terminate();
			done(answer.statusCode ?? 0);
		});
	});
}
