import { t } from '#messages/support';
import { figuresFor } from '#domain/support';
import { csvOf } from '#shared/csv';
import { figuresQueryOf } from '../figures-query.ts';
import { figureColumns, figureName, periodName } from '../show-figures.ts';
import type { RequestHandler } from './$types';

/** The figures as a table for spreadsheets; numbers as machines read them. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = figuresQueryOf(url);
	const { organisation, periods } = await figuresFor(ctx, query);
	const heads = [
		t('support.figures.organisation'),
		t('support.figures.period'),
		t('support.figures.from'),
		...figureColumns.map(figureName),
	];
	const lines = periods.map((figures) => [
		organisation.name,
		periodName(figures, query.period, locale),
		figures.from,
		...figureColumns.map((column) => String(figures[column] ?? '')),
	]);
	return new Response(csvOf([heads, ...lines], locale), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="queue-${query.period}.csv"`,
		},
	});
};
