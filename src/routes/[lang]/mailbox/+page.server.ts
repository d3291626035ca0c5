import { conversationsFor, conversationsOnAPage } from '#domain/contacts';
import { t } from '#messages/mailbox';
import { formatRelative } from '#shared/format';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const onlyUnread = url.searchParams.get('show') === 'unread';
	const before = new Date(url.searchParams.get('before') ?? '');
	const found = await conversationsFor(ctx, {
		onlyUnread,
		before: Number.isNaN(before.getTime()) ? undefined : before,
	});
	return {
		onlyUnread,
		conversations: found.map(({ other, lastAt, words, mine, draft, ...rest }) => ({
			...rest,
			other: { id: other.id, name: other.name, school: other.school?.name },
			words: beginning({ words, mine, draft }),
			when: formatRelative(lastAt, ctx.now, locale),
			at: lastAt.toISOString(),
		})),
		older: found.length === conversationsOnAPage ? found.at(-1)?.lastAt.toISOString() : undefined,
	};
};

type Beginning = { words: string | null; mine: boolean | null; draft: string | null };

/** One line of it: what was begun goes before what was said. */
function beginning({ words, mine, draft }: Beginning): string {
	if (draft !== null) return t('mailbox.list.draft', { words: draft.slice(0, 200) });
	return mine ? t('mailbox.list.you', { words: words ?? '' }) : (words ?? '');
}
