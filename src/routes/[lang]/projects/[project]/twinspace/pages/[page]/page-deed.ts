/** Deeds on a page that need no more than a button. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { SpaceId } from '#domain/spaces';
import type { PageId } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';

export type PageParams = { readonly lang: string; readonly project: string; readonly page: string };
type Deed = (ctx: Context, at: { readonly space: SpaceId; readonly page: PageId }) => Promise<unknown>;

/** Does it once and leads on: to the page, unless told where. */
export async function pageDeed(
	event: RequestEvent<PageParams>,
	name: string,
	deed: Deed,
	leadTo: (projectAddress: string) => string = (address) => addressOfPage(event.params, address),
) {
	const { request, locals, params } = event;
	const form = await readForm(request, name, z.object({}));
	if (!form.ok) return fail(400, { reply: form.reply });
	const { space, project } = await twinSpaceFor(locals.ctx, params.project);
	await once(locals.ctx, form.sent, (ctx) => deed(ctx, { space: space.id, page: params.page }));
	redirect(303, leadTo(project.address));
}

/** Where teachers read a page of a project's TwinSpace. */
export function addressOfPage({ lang, page }: PageParams, projectAddress: string): string {
	return `/${lang}/projects/${projectAddress}/twinspace/pages/${page}`;
}
