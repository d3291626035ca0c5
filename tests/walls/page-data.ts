// The data of a page without the page: a browser may ask for it, and for any of its loads alone.
import type { Answer, Visiting } from '../world/visiting.ts';
import type { Expected } from './expected.ts';

/** Which of a page's loads run again, from the outermost frame to the page itself. Without digits all of them run. */
export const patterns = ['', '001', '111', '010', '101', '110', '000', '0001', 'x'] as const;

type Asked = { readonly path: string; readonly expected: Expected };

/** Asks for the data; what is expected of the page is expected of it, unless the page's own load was left out. */
export async function askForData(
	me: Visiting,
	{ path, expected }: Asked,
	pattern: string,
): Promise<{ readonly answer: Answer; readonly expected: Expected }> {
	const [page = '', question = ''] = path.split('?');
	const search = new URLSearchParams(question);
	if (pattern !== '') search.set('x-sveltekit-invalidated', pattern);
	const answer = await me.get(`${page}/__data.json?${search}`, { accept: '*/*' });
	if (answer.status !== 200) return { answer, expected };
	const data = JSON.parse(answer.text) as DataAnswer;
	const outcome = outcomeOf(data);
	const leftOut = data.type === 'data' && outcome.status === 200 && data.nodes.at(-1)?.type === 'skip';
	return { answer: { ...answer, ...outcome }, expected: leftOut ? { status: 200 } : expected };
}

type DataAnswer =
	| { readonly type: 'redirect'; readonly status: number; readonly location: string }
	| {
			readonly type: 'data';
			readonly nodes: readonly ({ type: 'data' | 'skip' | 'error'; error?: { status: number } } | null)[];
	  };

/** The status that the data stands for. */
function outcomeOf(data: DataAnswer): Pick<Answer, 'status' | 'location'> {
	if (data.type === 'redirect') return { status: data.status, location: data.location };
	const failed = data.nodes.find((node) => node?.type === 'error');
	return { status: failed ? (failed.error?.status ?? 500) : 200, location: '' };
}
