/** The sheets of cards to print: words in the class's language, codes as groups and as QR, or as pictures. */
import { fail } from '@sveltejs/kit';
import {
	classFor,
	inGroups,
	renewCards,
	renewPictures,
	type AliasRefusal,
	type PrintedCard,
	type PrintedPictures,
} from '#domain/pupils';
import { t } from '#messages/pupils';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { once, type SentForm } from '#platform/forms';
import { inLocale } from '#platform/messages';
import { granted, type Result } from '#platform/result';
import type { PupilId } from '#shared/actor';
import type { FormReply } from '#shared/form';
import { direction } from '#shared/locales';
import { qrOf } from '../../../qr.ts';

type Asked = {
	readonly class: string;
	readonly form: {
		readonly sent: SentForm;
		readonly refusal: (message: string, field?: string) => FormReply;
	};
};

/**
 * Does what leads to the pupils, makes their cards and answers the sheet. Codes are answered once and kept nowhere,
 * also not with the answer of the form: a repetition has none to show.
 */
export async function withNewCards(
	ctx: Context,
	{ form, class: id }: Asked,
	pupilsOf: (ctx: Context) => Promise<Result<readonly PupilId[], AliasRefusal>>,
) {
	let cards: readonly PrintedCard[] | undefined;
	const outcome = await once(ctx, form.sent, async (inside): Promise<Result<undefined, AliasRefusal>> => {
		const pupils = await pupilsOf(inside);
		if (!pupils.ok) return pupils;
		cards = (await renewCards(inside, { class: id, pupils: pupils.value })).value;
		return granted();
	});
	if (!outcome.ok)
		return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`), outcome.field) });
	return { sheet: await sheetOf(ctx, id, cards) };
}

/** What is shown once after new codes were made; `cards` is empty when a form was repeated. */
async function sheetOf(ctx: Context, id: string, cards: readonly PrintedCard[] = []) {
	const { name, locale } = await classFor(ctx, id);
	const address = publicAddress('/pupil');
	// scanned, the door opens in the pupils' own language
	const door = publicAddress(`/${locale}/pupil`);
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
		cards: cards.map(({ alias, code }) => ({ alias, code: inGroups(code), qr: qrOf(`${door}#${code}`) })),
	};
}

/** Makes cards with pictures for these pupils and answers the sheet, once like that of codes. */
export async function withNewPictures(ctx: Context, { form, class: id }: Asked, pupils: readonly PupilId[]) {
	let cards: readonly PrintedPictures[] = [];
	await once(ctx, form.sent, async (inside) => {
		cards = (await renewPictures(inside, { class: id, pupils })).value;
		return granted();
	});
	const { name, locale } = await classFor(ctx, id);
	return {
		pictures: {
			class: name,
			locale,
			dir: direction(locale),
			words: inLocale(locale, () => ({
				sign: t('pupils.card.sign'),
				pictures: t('pupils.card.pictures'),
				strip: t('pupils.card.strip'),
			})),
			cards: cards.map(({ alias, sign, pictures }) => ({ alias, sign, pictures })),
		},
	};
}
