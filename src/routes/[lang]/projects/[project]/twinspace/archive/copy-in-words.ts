/** A copy as the page shows it, in the language of the reader. */
import type { Copy } from '#domain/twinspaces/copies';
import { t } from '#messages/twinspaces';
import { formatDate, formatFileSize } from '#shared/format';
import type { Locale } from '#shared/locales';

export type CopyInWords = {
	readonly id: string;
	readonly state: Copy['state'];
	readonly done: number;
	readonly outOf: number;
	readonly text: string;
	readonly note: string | undefined;
	readonly href: string | undefined;
};

export function copyInWords(copy: Copy, locale: Locale): CopyInWords {
	const { id, state, done, outOf, askedAt, until, file, bytes } = copy;
	const date = formatDate(askedAt, locale, 'UTC');
	const text = {
		waiting: () => t('twinspaces.archive.waiting'),
		making: () => t('twinspaces.archive.done-of', { done, all: outOf }),
		ready: () => t('twinspaces.archive.ready', { date, size: formatFileSize(bytes ?? 0, locale) }),
		failed: () => t('twinspaces.archive.failed', { date }),
	}[state]();
	return {
		...{ id, state, done, outOf, text },
		note:
			state === 'ready'
				? t('twinspaces.archive.until', { date: formatDate(until, locale, 'UTC') })
				: undefined,
		href: state === 'ready' && file !== null ? `/files/${file}/whole` : undefined,
	};
}
