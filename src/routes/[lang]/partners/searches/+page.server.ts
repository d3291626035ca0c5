import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { changeAlerts, dropSearch, ownSearches } from '#domain/partner-finding';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, id } from '#shared/form-fields';
import { formatRelative } from '#shared/format';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	return {
		searches: (await ownSearches(ctx)).map((search) => ({
			...{ id: search.id, name: search.name, stopped: search.stopped },
			href: `/${locale}/partners?${search.query}`,
			saved: formatRelative(search.savedAt, ctx.now, locale),
		})),
		told: url.searchParams.has('saved'),
	};
};

const alerts = z.object({ search: id(), alerts: choice(['stop', 'go-on']) });
const dropping = z.object({ search: id() });

export const actions = {
	alerts: async ({ request, locals, url }) => {
		const form = await readForm(request, 'alerts', alerts);
		if (!form.ok) return fail(400, { reply: form.reply });
		const change = { search: form.input.search, stopped: form.input.alerts === 'stop' };
		await once(locals.ctx, form.sent, (ctx) => changeAlerts(ctx, change));
		redirect(303, url.pathname);
	},
	drop: async ({ request, locals, url }) => {
		const form = await readForm(request, 'drop', dropping);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => dropSearch(ctx, form.input));
		redirect(303, url.pathname);
	},
} satisfies Actions;
