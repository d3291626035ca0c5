/** Deeds on a page that need no more than a button. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { SpaceId } from '#domain/spaces';
import type { PageId } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';

type Params = { readonly lang: string; readonly project: string; readonly page: string };
type Deed = (ctx: Context, at: { readonly space: SpaceId; readonly page: PageId }) => Promise<unknown>;

/** Does it once and shows the page again, unless told to stay. */
export async function pageDeed(
	event: RequestEvent<Params>,
	name: string,
	deed: Deed,
	then: 'show' | 'stay' = 'show',
) {
	const { request, locals, params } = event;
	const form = await readForm(request, name, z.object({}));
	if (!form.ok) return fail(400, { reply: form.reply });
	const { space, project } = await twinSpaceFor(locals.ctx, params.project);
	await once(locals.ctx, form.sent, (ctx) => deed(ctx, { space: space.id, page: params.page }));
	if (then === 'show')
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pages/${params.page}`);
	return undefined;
}
