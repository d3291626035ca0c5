/** The language stands in the address; an address without one leads to the reader's language. */
import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { inLocale } from '#platform/messages';
import { defaultLocale, isLocale, localeFromAcceptLanguage, type Locale } from '#shared/locales';

const languageless = /^\/(files|uploads|_app|robots\.txt|sitemap\.xml)(\/|$)/;

export const chooseLanguage: Handle = ({ event, resolve }) => {
	const first = event.url.pathname.split('/')[1];
	if (isLocale(first)) return resolveIn(first);
	const preferred = localeFromAcceptLanguage(event.request.headers.get('accept-language'));
	if (languageless.test(event.url.pathname)) return resolveIn(preferred);
	if (event.request.method === 'GET' && !event.isDataRequest) {
		redirect(303, `/${preferred}${event.url.pathname === '/' ? '' : event.url.pathname}${event.url.search}`);
	}
	return resolveIn(defaultLocale);

	function resolveIn(locale: Locale) {
		event.locals.locale = locale;
		return inLocale(locale, () => resolve(event));
	}
};
