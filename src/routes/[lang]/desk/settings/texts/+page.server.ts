import { t } from '#messages/texts';
import { textsForDesk } from '#domain/texts';
import { formatDate, languageName } from '#shared/format';
import { centralNames } from '../show-versions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const [states, names] = [await textsForDesk(ctx), await centralNames(ctx)];
	return {
		texts: states.map((state) => ({
			id: `${state.text}/${state.locale}`,
			name: t(`texts.name.${state.text}`),
			language: languageName(state.locale, locale),
			isShipped: state.isShipped,
			since: formatDate(state.since, locale, 'UTC', 'medium'),
			by: state.by ? names.get(state.by) || t('texts.desk.nobody') : '–',
		})),
	};
};
