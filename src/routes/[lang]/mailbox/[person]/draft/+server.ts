/** A message saved while it is typed; answered with the time of day. */
import { z } from 'zod';
import { keepDraft, longestWords } from '#domain/contacts';
import { ownCountry } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import { readForm } from '#platform/sent-form';
import { optionalText } from '#shared/form-fields';
import { formatTime } from '#shared/format';
import type { RequestHandler } from './$types';

const keeping = z.object({ words: optionalText(longestWords) });

export const PATCH: RequestHandler = async ({ request, locals, params }) => {
	const { ctx, locale } = locals;
	const headers = { 'cache-control': 'private, no-store' };
	const form = await readForm(request, 'write', keeping);
	if (!form.ok) return new Response(null, { status: 400, headers });
	await keepDraft(ctx, { to: params.person, ...form.input });
	const zone = await timeZoneOf(ctx, await ownCountry(ctx));
	return Response.json({ at: formatTime(ctx.now, locale, zone) }, { headers });
};
