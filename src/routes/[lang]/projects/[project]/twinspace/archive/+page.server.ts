import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { demandRight, type SpaceId } from '#domain/spaces';
import { closeTwinSpace, openTwinSpaceAgain, twinSpaceFor } from '#domain/twinspaces';
import { askForCopy, copiesFor } from '#domain/twinspaces/copies';
import { foundAnew, makeKit } from '#domain/twinspaces/kits';
import { t as p } from '#messages/projects';
import { t } from '#messages/twinspaces';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import type { Result } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { z } from 'zod';
import { enterTwinSpace } from '../enter.ts';
import { copyInWords } from './copy-in-words.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, rights } = await enterTwinSpace(event);
	const { space } = twinSpace;
	demandRight(ctx, space, 'space.take-along');
	const copies = await copiesFor(ctx, space);
	return {
		frame,
		copies: copies.map((copy) => copyInWords(copy, locale)),
		isUnderWay: copies.some(({ state }) => state === 'waiting' || state === 'making'),
		mayClose: rights.has('space.archive'),
		closed: space.archivedAt && formatDate(space.archivedAt, locale, 'UTC'),
		told: event.url.searchParams.get('told'),
	};
};

type Refusal = 'archived-before' | 'not-archived' | 'under-way';

/** Each needs no word; afterwards the page is shown again. */
function deed(
	name: string,
	told: string,
	act: (ctx: Context, input: { space: SpaceId }) => Promise<Result<undefined, Refusal>>,
) {
	return async ({ request, locals, params }: RequestEvent<RouteParams>) => {
		const form = await readForm(request, name, z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) => act(ctx, { space: space.id }));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`twinspaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/archive?told=${told}`);
	};
}

export const actions = {
	copy: deed('take-along', 'asked', askForCopy),
	close: deed('close-project', 'closed', closeTwinSpace),
	'open-again': deed('open-again', 'opened', openTwinSpaceAgain),
	offer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'offer-kit', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space } = await twinSpaceFor(locals.ctx, params.project);
		const kit = { space: space.id, isOffered: true };
		const outcome = await once(locals.ctx, form.sent, (ctx) => makeKit(ctx, kit));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`twinspaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/kits?told=made`);
	},
	anew: async ({ request, locals, params }) => {
		const form = await readForm(request, 'found-anew', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) => foundAnew(ctx, { space: space.id }));
		if (!outcome.ok) {
			const said =
				outcome.reason === 'names-somebody'
					? t('twinspaces.refusal.names-somebody')
					: p(`projects.refusal.${outcome.reason}`);
			return fail(409, { reply: form.refusal(said) });
		}
		redirect(303, `/${params.lang}/projects/${outcome.value.address}/plan`);
	},
} satisfies Actions;
