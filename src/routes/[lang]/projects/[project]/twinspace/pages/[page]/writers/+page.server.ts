import { pageFor, writersFor } from '#domain/spaces/pages';
import { t } from '#messages/spaces';
import { formatNumber } from '#shared/format';
import { enterTwinSpace } from '../../../enter.ts';
import { nameOf } from '../../../posts-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	const { blocks, writers, unknown } = await writersFor(ctx, twinSpace.space, page.id);
	const numberOf = new Map(writers.map(({ member }, place) => [member.id, place + 1]));
	const inDigits = (value: number | undefined) =>
		value === undefined ? '' : formatNumber(value, ctx.locale);
	const rows = writers.map(({ member, letters }, place) => ({
		id: member.id,
		name: nameOf(member),
		school: member.school?.name ?? '',
		country: member.school?.country ?? '',
		number: inDigits(place + 1),
		letters: inDigits(letters),
	}));
	const others = { id: 'unknown', name: t('spaces.writers.unknown'), school: '', country: '', number: '' };
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		title: page.title,
		lang: page.locale,
		writers: unknown > 0 ? [...rows, { ...others, letters: inDigits(unknown) }] : rows,
		blocks: blocks.map(({ stretches }) =>
			stretches.map(({ text, by }) => ({
				text,
				country: rows.find(({ id }) => id === by)?.country,
				number: inDigits(by === null ? undefined : numberOf.get(by)),
			})),
		),
	};
};
