/** One message as the pages of a conversation show it. */
import type { conversationWith } from '#domain/contacts';
import type { Context } from '#platform/context';
import { formatDateTime } from '#shared/format';

type Message = Awaited<ReturnType<typeof conversationWith>>['messages'][number];
type Around = { readonly ctx: Context; readonly zone: string; readonly firstNew?: Message | undefined };

export function messageShown(message: Message, { ctx, zone, firstNew }: Around) {
	const { id, words, locale, about, asks, mine, reported, sentAt } = message;
	return {
		...{ id, words, mine, asks, reported },
		lang: locale,
		about: about && { title: about.title, href: `/${ctx.locale}${about.path}` },
		at: sentAt.toISOString(),
		when: formatDateTime(sentAt, ctx.locale, zone, 'medium'),
		isFirstNew: message === firstNew,
	};
}
