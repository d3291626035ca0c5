/** What one can ask the partner search, and how it stands in the address of the page. */
import { isOneOf } from '#shared/vocabulary';
import { eachGroup, groups, knownValues, type Chosen } from './groups.ts';

export const orders = ['relevance', 'recent'] as const;
export type Order = (typeof orders)[number];

/** Where the page before ended. */
export type Cursor = { readonly score: number; readonly fresh: number; readonly id: string };

export type PartnerQuery = {
	readonly text: string;
	readonly chosen: Chosen;
	readonly order: Order;
	readonly after?: Cursor;
};

/** Reads the address; what it cannot read is left away, so that an old or mistyped link still answers. */
export function queryOf(address: URLSearchParams): PartnerQuery {
	const text = (address.get('q') ?? '').trim().slice(0, 200);
	const order = address.get('order');
	const after = cursorOf(address.get('after'));
	return {
		text,
		chosen: eachGroup((group) => knownValues(group, address.getAll(group))),
		order: isOneOf(orders, order) ? order : usualOrder(text),
		...(after && { after }),
	};
}

/** The address of a query: what is empty or usual stays away. Without `after` it is the first page. */
export function addressOf(query: PartnerQuery): URLSearchParams {
	const address = new URLSearchParams();
	if (query.text !== '') address.set('q', query.text);
	for (const group of groups) {
		for (const value of query.chosen[group]) address.append(group, value);
	}
	if (query.order !== usualOrder(query.text)) address.set('order', query.order);
	if (query.after) address.set('after', `${query.after.score}_${query.after.fresh}_${query.after.id}`);
	return address;
}

function usualOrder(text: string): Order {
	return text === '' ? 'recent' : 'relevance';
}

function cursorOf(text: string | null): Cursor | undefined {
	const found = /^(\d{1,3})_(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
	return found ? { score: Number(found[1]), fresh: Number(found[2]), id: found[3] ?? '' } : undefined;
}
