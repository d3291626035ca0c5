// The data of a page without the page: a browser may ask for it, and for any of its loads alone.
import type { Answer, Visiting } from '../world/visiting.ts';
import type { Expected } from './expected.ts';

/** Which of a page's loads run again: two digits for its layouts, the third its own. Without digits all of them run. */
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
	if (pattern !== '') search.set('x-sveltekit-invalidated', digitsFor(page, pattern));
	const answer = await me.get(`${page}/__data.json?${search}`, { accept: '*/*' });
	if (answer.status !== 200) return { answer, expected };
	const runsPage = pattern === '' || pattern[2] === '1';
	const outcome = outcomeOf(JSON.parse(answer.text) as DataAnswer, runsPage);
	const nothingAsked = !runsPage && outcome.status === 200;
	return { answer: { ...answer, ...outcome }, expected: nothingAsked ? { status: 200 } : expected };
}

/** Pages of pupils have a layout more, which stands before the page. */
function digitsFor(page: string, pattern: string): string {
	return /^\/[a-z]+\/pupil(\/|$)/.test(page) ? `${pattern.slice(0, 2)}0${pattern.slice(2)}` : pattern;
}

type DataAnswer =
	| { readonly type: 'redirect'; readonly status: number; readonly location: string }
	| {
			readonly type: 'data';
			readonly nodes: readonly ({ type: 'data' | 'skip' | 'error'; error?: { status: number } } | null)[];
	  };

/** The status that the data stands for; 599 when a load ran that was not asked for. */
function outcomeOf(data: DataAnswer, runsPage: boolean): Pick<Answer, 'status' | 'location'> {
	if (data.type === 'redirect') return { status: data.status, location: data.location };
	const page = data.nodes.at(-1);
	if (page?.type === 'error') return { status: page.error?.status ?? 500, location: '' };
	return { status: page?.type === 'data' && !runsPage ? 599 : 200, location: '' };
}
