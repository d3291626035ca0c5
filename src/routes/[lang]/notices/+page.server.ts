import { redirect } from '@sveltejs/kit';
import { noticesFor, noticesOnAPage, seeNotices } from '#domain/notices';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatRelative } from '#shared/format';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const before = new Date(url.searchParams.get('before') ?? '');
	const notices = await noticesFor(ctx, Number.isNaN(before.getTime()) ? undefined : before);
	return {
		notices: notices.map(({ toldAt, path, ...notice }) => ({
			...notice,
			href: `/${locale}${path}`,
			told: formatRelative(toldAt, ctx.now, locale),
			at: toldAt.toISOString(),
		})),
		older: notices.length === noticesOnAPage ? notices.at(-1)?.toldAt.toISOString() : undefined,
	};
};

export const actions = {
	see: async ({ request, locals, params }) => {
		const form = await readForm(request, 'see-notices', z.object({}));
		if (form.ok) await once(locals.ctx, form.sent, (ctx) => seeNotices(ctx));
		redirect(303, `/${params.lang}/notices`);
	},
} satisfies Actions;
