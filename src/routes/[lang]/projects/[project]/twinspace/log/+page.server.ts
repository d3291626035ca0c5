import { z } from 'zod';
import { timeZoneOf } from '#domain/places';
import { logFor } from '#domain/spaces';
import { t } from '#messages/twinspaces';
import { formatDate, formatTime } from '#shared/format';
import { id } from '#shared/form-fields';
import { enterTwinSpace } from '../enter.ts';
import { nameOf } from '../posts-in-words.ts';
import { linkTo, sayDeed } from './log-in-words.ts';
import type { PageServerLoad } from './$types';

const query = z.object({
	by: id().optional().catch(undefined),
	before: z.coerce.number().int().min(0).max(8.64e15).optional().catch(undefined),
});

/** Everything that was done here in ninety days, day by day, also what is gone; for the teachers of the space. */
export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { by, before } = query.parse(Object.fromEntries(event.url.searchParams));
	const asked = { by, before: before === undefined ? undefined : new Date(before) };
	const { deeds, next, members } = await logFor(ctx, twinSpace.space, asked);
	const me = members.find((member) => member.id === twinSpace.space.me.id);
	const zone = await timeZoneOf(ctx, me?.school?.country);
	const days = Map.groupBy(deeds, ({ at }) => formatDate(at, locale, zone));
	return {
		frame,
		here: `${home}/log`,
		by: by ?? '',
		people: members.map((member) => ({ value: member.id, label: nameOf(member) })),
		days: [...days].map(([day, ofDay]) => ({
			day,
			deeds: ofDay.map((deed) => ({
				time: formatTime(deed.at, locale, zone),
				name: deed.by ? nameOf(deed.by) : t('twinspaces.log.several'),
				isPupil: deed.by?.isPupil ?? false,
				what: sayDeed(deed),
				isGone: deed.verb === 'removed' || deed.verb === 'hidden',
				words: deed.words ?? t('twinspaces.log.forgotten'),
				lang: deed.locale ?? undefined,
				href: linkTo(deed, home),
			})),
		})),
		older: next && `?before=${next.getTime()}${by === undefined ? '' : `&by=${by}`}`,
	};
};
