import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { chooseWays, noticeChoices } from '#domain/notices';
import { t } from '#messages/notices';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, optionalChoice } from '#shared/form-fields';
import { formatTime } from '#shared/format';
import { noticeTopics, noticeWays, waysOf } from '#shared/notice-topics';
import type { Actions, PageServerLoad } from './$types';

const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
const choosable = noticeTopics.filter((topic) => waysOf(topic).length > 1);

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const { topics, habits, zone } = await noticeChoices(ctx);
	return {
		topics: topics
			.filter(({ topic }) => choosable.includes(topic))
			.map(({ topic, way, ways }) => ({
				topic,
				label: t(`notices.topic.${topic}`),
				way,
				ways: ways.map((each) => ({ value: each, label: t(`notices.way.${each}`) })),
			})),
		digest: habits.digest,
		digests: (['daily', 'weekly'] as const).map((value) => ({ value, label: t(`notices.digest.${value}`) })),
		quiet: habits.quiet && { from: String(habits.quiet.from), until: String(habits.quiet.until) },
		hours: hours.map((hour) => ({
			value: hour,
			label: formatTime(new Date(Date.UTC(2026, 0, 1, Number(hour))), locale, 'UTC'),
		})),
		now: formatTime(ctx.now, locale, zone),
		saved: url.searchParams.has('saved'),
	};
};

const wayFields = Object.fromEntries(choosable.map((topic) => [topic, choice(noticeWays)] as const));
const choosing = z.object({
	...wayFields,
	digest: choice(['daily', 'weekly']),
	'quiet-from': optionalChoice(hours as [string, ...string[]]),
	'quiet-until': optionalChoice(hours as [string, ...string[]]),
});

export const actions = {
	save: async ({ request, locals, url }) => {
		const form = await readForm(request, 'choose-ways', choosing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { digest, 'quiet-from': from, 'quiet-until': until, ...ways } = form.input;
		if ((from === undefined) !== (until === undefined) || (from !== undefined && from === until)) {
			return fail(400, { reply: form.refusal(t('notices.choices.both'), 'quiet-until') });
		}
		const quiet =
			from !== undefined && until !== undefined ? { from: Number(from), until: Number(until) } : undefined;
		const chosen = new Map(
			choosable.map((topic) => [topic, (ways as Record<string, never>)[topic]] as const),
		);
		const input = { ways: chosen as never, habits: { digest, quiet } };
		await once(locals.ctx, form.sent, (ctx) => chooseWays(ctx, input));
		redirect(303, `${url.pathname}?saved`);
	},
} satisfies Actions;
