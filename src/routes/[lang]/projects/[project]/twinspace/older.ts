/** Through a long list by key: where the next page begins stands in the address. */

export type Cursor = { readonly postedAt: Date; readonly id: string };

/** The cursor in an address; none when it is not one of ours. */
export function cursorIn(url: URL): Cursor | undefined {
	const [time = '', id = ''] = (url.searchParams.get('before') ?? '').split('_');
	const postedAt = new Date(Number(time));
	if (!/^\d{1,15}$/.test(time) || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(postedAt.getTime()))
		return undefined;
	return { postedAt, id };
}

/** The end of an address that leads to what is older. */
export function olderThan(cursor: Cursor | null): string | undefined {
	return cursor ? `?before=${cursor.postedAt.getTime()}_${cursor.id}` : undefined;
}
