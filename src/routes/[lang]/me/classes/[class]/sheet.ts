/** The sheet of cards to print: words in the class's language, codes as groups and as QR. */
import { encode } from 'uqr';
import { classFor, inGroups, type PrintedCard } from '#domain/pupils';
import { t } from '#messages/pupils';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { inLocale } from '#platform/messages';
import { direction } from '#shared/locales';

/** What is shown once after new codes were made; `cards` is empty when a form was repeated. */
export async function sheetOf(ctx: Context, id: string, cards: readonly PrintedCard[] = []) {
	const { name, locale } = await classFor(ctx, id);
	const address = publicAddress('/pupil');
	return {
		class: name,
		locale,
		dir: direction(locale),
		address: address.replace(/^https?:\/\//, ''),
		words: inLocale(locale, () => ({
			how: t('pupils.card.how'),
			code: t('pupils.card.code'),
			strip: t('pupils.card.strip'),
		})),
		cards: cards.map(({ alias, code }) => ({ alias, code: inGroups(code), qr: qrOf(`${address}#${code}`) })),
	};
}

/** A QR code as one path of unit squares, with its size. */
function qrOf(text: string): { size: number; path: string } {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size, path: squares.join('') };
}
