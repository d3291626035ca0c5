import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { doorFor, inGroups, openDoor, shutDoor } from '#domain/pupils';
import { publicAddress } from '#platform/addresses';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatTime } from '#shared/format';
import { qrOf } from '../../../../qr.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	const { ctx, locale } = locals;
	depends('class:door');
	const { class: found, timeZone, door } = await doorFor(ctx, params.class);
	const address = publicAddress(`/${found.locale}/pupil/class`);
	return {
		class: { id: found.id, name: found.name },
		isHomeClosed: found.homeClosedAt !== undefined,
		door: door && {
			code: inGroups(door.code),
			qr: qrOf(`${address}#${door.code}`),
			until: formatTime(door.closesAt, locale, timeZone),
			closesAt: door.closesAt.getTime(),
			minutes: Math.floor((door.closesAt.getTime() - ctx.now.getTime()) / 60_000),
		},
		address: publicAddress('/pupil/class').replace(/^https?:\/\//, ''),
		told: url.searchParams.get('told'),
	};
};

const nothing = z.object({});

export const actions = {
	open: async ({ request, locals, params }) => {
		const form = await readForm(request, 'open', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => openDoor(ctx, params.class));
		redirect(303, `/${params.lang}/me/classes/${params.class}/door`);
	},
	close: async ({ request, locals, params }) => {
		const form = await readForm(request, 'close', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => shutDoor(ctx, params.class));
		redirect(303, `/${params.lang}/me/classes/${params.class}/door?told=closed`);
	},
} satisfies Actions;
