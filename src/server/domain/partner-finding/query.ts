/** What one can ask the partner search, and how it stands in the address of the page. */
import { languages, subjects, isOneOf, type LanguageCode, type Subject } from '#shared/vocabulary';
import { postKinds } from './post.ts';

export const entryKinds = ['person', ...postKinds] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Bands of pupils' ages one can tick: first and last year. */
export const ageBands = {
	'3-6': [3, 6],
	'7-10': [7, 10],
	'11-13': [11, 13],
	'14-16': [14, 16],
	'17-20': [17, 20],
} as const;
export type AgeBand = keyof typeof ageBands;
export const ageBandNames = Object.keys(ageBands) as AgeBand[];

export const orders = ['relevance', 'recent'] as const;
export type Order = (typeof orders)[number];

/** Where the page before ended. */
export type Cursor = { readonly score: number; readonly fresh: number; readonly id: string };

/** Within a group one value is enough, between groups all must fit. */
export type PartnerQuery = {
	readonly text: string;
	readonly kinds: readonly EntryKind[];
	readonly countries: readonly string[];
	readonly languages: readonly LanguageCode[];
	readonly subjects: readonly Subject[];
	readonly ages: readonly AgeBand[];
	readonly availableOnly: boolean;
	readonly order: Order;
	readonly after?: Cursor;
};

/** Reads the address; what it cannot read is left away, so that an old or mistyped link still answers. */
export function queryOf(address: URLSearchParams): PartnerQuery {
	const all = <T extends string>(name: string, known: readonly T[]): T[] => [
		...new Set(address.getAll(name).filter((value): value is T => isOneOf(known, value))),
	];
	const text = (address.get('q') ?? '').trim().slice(0, 200);
	const order = address.get('order');
	const after = cursorOf(address.get('after'));
	return {
		text,
		kinds: all('kind', entryKinds),
		countries: [...new Set(address.getAll('country').filter((code) => /^[A-Z]{2}$/.test(code)))].slice(0, 60),
		languages: all('language', languages),
		subjects: all('subject', subjects),
		ages: all('ages', ageBandNames),
		availableOnly: address.get('available') === 'on',
		order: isOneOf(orders, order) ? order : text === '' ? 'recent' : 'relevance',
		...(after && { after }),
	};
}

/** The address of a query: what is empty or usual stays away. Without `after` it is the first page. */
export function addressOf(query: PartnerQuery): URLSearchParams {
	const address = new URLSearchParams();
	if (query.text !== '') address.set('q', query.text);
	for (const kind of query.kinds) address.append('kind', kind);
	for (const country of query.countries) address.append('country', country);
	for (const language of query.languages) address.append('language', language);
	for (const subject of query.subjects) address.append('subject', subject);
	for (const band of query.ages) address.append('ages', band);
	if (query.availableOnly) address.set('available', 'on');
	if (query.order !== (query.text === '' ? 'recent' : 'relevance')) address.set('order', query.order);
	if (query.after) address.set('after', `${query.after.score}_${query.after.fresh}_${query.after.id}`);
	return address;
}

function cursorOf(text: string | null): Cursor | undefined {
	const found = /^(\d{1,6}(?:\.\d{1,4})?)_(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
		text ?? '',
	);
	return found ? { score: Number(found[1]), fresh: Number(found[2]), id: found[3] ?? '' } : undefined;
}
