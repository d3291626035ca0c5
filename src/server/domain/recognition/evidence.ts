/** Pages of the TwinSpace that an application can name. */
import { pagesFor } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import type { Participation } from '#domain/projects';

export type EvidencePage = { readonly id: string; readonly title: string };

/**
 * The shared pages, in the order of their tree; none for whoever is no member of the TwinSpace any more. The pages
 * themselves are reached as their reader reaches them, so it is open-to-all here.
 */
export async function pagesToName(ctx: Context, { address }: Participation): Promise<EvidencePage[]> {
	try {
		const { space } = await twinSpaceFor(ctx, address);
		const pages = await pagesFor(ctx, space);
		return pages.filter(({ sharedAt }) => sharedAt !== null).map(({ id, title }) => ({ id, title }));
	} catch (error) {
		if (error instanceof NotFound || error instanceof Forbidden) return [];
		throw error;
	}
}
