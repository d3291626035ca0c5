import { queueForOffice } from '#domain/support';
import { isOneOf } from '#shared/vocabulary';
import { deskAddress, queueQueryOf } from './desk-address.ts';
import { showCounts, showQueue } from './show-queue.ts';
import type { PageServerLoad } from './$types';

const deeds = ['granted', 'refused', 'asked'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = queueQueryOf(url);
	const queue = await queueForOffice(ctx, query);
	const done = url.searchParams.get('done');
	const oldest = query.after === undefined && queue.state === 'to-decide' ? queue.rows[0] : undefined;
	return {
		queue: showQueue(queue, query, locale),
		...showCounts(queue, locale),
		done: isOneOf(deeds, done) ? done : undefined,
		waiting: queue.states.find((each) => each.state === 'to-decide')?.count ?? 0,
		oldest: oldest && { days: oldest.age, href: deskAddress(locale, query, { case: oldest.case }) },
	};
};
