import { fieldRegister } from '#domain/privacy';
import { csvOf } from '#shared/csv';
import { t } from '#messages/register';
import { registerQuery } from '../register-query.ts';
import type { RequestHandler } from './$types';

/** The register as one line per field, for whoever wants to work on with it. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { shown } = await fieldRegister(locals.ctx, registerQuery(url.searchParams));
	const lines = shown.flatMap((area) =>
		area.tables.flatMap((table) =>
			table.groups.flatMap((group) =>
				group.fields.map(({ column, word }) => [
					area.title,
					table.title,
					table.purpose,
					word ?? '',
					`${table.name}.${column}`,
					t(`register.class.${group.class}`),
					group.kept?.short ?? t('register.list.plain'),
					group.kept?.until ?? '',
				]),
			),
		),
	);
	const heads = [
		t('register.csv.area'),
		t('register.csv.table'),
		t('register.csv.purpose'),
		t('register.csv.field'),
		t('register.csv.technical'),
		t('register.csv.class'),
		t('register.csv.kept'),
		t('register.csv.why'),
	];
	return new Response(csvOf([heads, ...lines], locals.locale), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="field-register.csv"',
		},
	});
};
