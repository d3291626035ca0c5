/** The application saved while typing: the same form, answered in a few words. */
import { applicationForm } from '#domain/recognition';
import { timeZoneOf } from '#domain/places';
import { readForm } from '#platform/sent-form';
import { formatTime } from '#shared/format';
import type { DraftAnswer } from '#ui/draft-answer.ts';
import { projectIn } from '../../address.ts';
import { saveSent } from '../save.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = async ({ request, locals, params, url }) => {
	const { ctx, locale } = locals;
	const form = await readForm(request, 'label-application', applicationForm);
	if (!form.ok) return answer(400, { state: 'refused', errors: form.reply.errors });
	const { saved, hindrance } = await saveSent(ctx, projectIn(params), form.input);
	if (hindrance)
		return answer(409, { state: 'changed', version: hindrance.version, changes: hindrance.changes });
	const zone = await timeZoneOf(ctx, url.searchParams.get('country'));
	const at = formatTime(new Date(saved.savedAt), locale, zone);
	return answer(200, { state: 'saved', version: saved.version, at });
};

function answer(status: number, body: DraftAnswer): Response {
	return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
}
