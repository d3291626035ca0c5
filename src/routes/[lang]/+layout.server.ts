import { unreadConversations } from '#domain/contacts';
import { unseenNotices } from '#domain/notices';
import { newFormKey } from '#platform/forms';
import { web } from '../../server/processes/web.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page shows. It guards nothing: each page asks for what it shows. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { ctx, locale, me } = locals;
	const { config } = web();
	const [newNotices, newMessages] = await Promise.all([unseenNotices(ctx), unreadConversations(ctx)]);
	return {
		locale,
		/** One key for the forms of this page; see platform/forms. */
		formKey: newFormKey(ctx),
		actor: ctx.actor.kind,
		me,
		newNotices,
		newMessages,
		trial: config.mode === 'trial',
		sendsMail: config.smtpUrl !== undefined,
	};
};
