import { countsFor } from '#domain/safety';
import { t } from '#messages/safety';
import { csvOf } from '#shared/csv';
import { kindInWords } from '../../../reports/safety-in-words.ts';
import type { RequestHandler } from './$types';

/** What was reported and decided in a year, as a table for spreadsheets; numbers as machines read them. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const asked = Number(url.searchParams.get('year'));
	const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : ctx.now.getUTCFullYear();
	const counts = await countsFor(ctx, year);
	const heads = [
		t('safety.counts.kind'),
		t('safety.counts.why'),
		t('safety.counts.reason'),
		t('safety.counts.outcome'),
		t('safety.counts.matters'),
		t('safety.counts.reports'),
		t('safety.counts.urgent'),
		t('safety.counts.hours'),
		t('safety.counts.appeals'),
		t('safety.counts.changed'),
		t('safety.counts.machine'),
	];
	const lines = counts.map((count) => [
		kindInWords(count.kind),
		count.why,
		count.reason,
		count.outcome ?? t('safety.desk.waits'),
		String(count.matters),
		String(count.reports),
		String(count.urgent),
		String(count.medianHours ?? ''),
		String(count.appeals),
		String(count.changed),
		// no machine ever decides
		'0',
	]);
	return new Response(csvOf([heads, ...lines], locale), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="moderation-${year}.csv"`,
		},
	});
};
