import { randomUUID } from 'node:crypto';
import { unseenNotices } from '#domain/notices';
import { web } from '../../server/processes/web.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page shows. It guards nothing: each page asks for what it shows. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { ctx, locale, me } = locals;
	return {
		locale,
		/** One random key for the forms of this page; see platform/forms. */
		formKey: randomUUID(),
		actor: ctx.actor.kind,
		me,
		newNotices: await unseenNotices(ctx),
		trial: web().config.mode === 'trial',
	};
};
