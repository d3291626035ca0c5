/** What is new, while the page is open: the numbers in the top bar. Only pages that have scripts anyway listen. */
export type News = { readonly notices: number; readonly messages: number };

/** The page itself comes first; what is new just now stands on it. */
const pageFirst = 2_000;

/**
 * Listens while the window is in sight: a browser has six lines to a house at most, and windows that nobody looks at
 * must not hold them. Answers how to stop.
 */
export function listenForNews(address: string, hear: (news: News) => void): () => void {
	let source: EventSource | undefined;
	const turn = () => {
		source?.close();
		source = undefined;
		if (document.hidden) return;
		source = new EventSource(address);
		source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as News);
	};
	const beginning = setTimeout(turn, pageFirst);
	document.addEventListener('visibilitychange', turn);
	return () => {
		clearTimeout(beginning);
		document.removeEventListener('visibilitychange', turn);
		source?.close();
	};
}
