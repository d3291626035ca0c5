/** The central desk writes the texts of the installation: version by version, with the way back. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import type { OfficeId } from '#shared/actor';
import { compareWords, type ComparedPart } from '#shared/compare-words';
import { blocksOf, problemOf, type TextBlock, type TextProblem } from '#shared/house-text';
import { locales, type Locale } from '#shared/locales';
import { demand } from './abilities.ts';
import { shippedOn, shippedText } from './shipped-texts.ts';
import { houseTexts, type HouseText } from './text.ts';
import { holdText, insertVersion, newestVersions, versionsOf, type TextVersion } from './versions.sql.ts';

/** A text in a language. */
export type ThatText = { readonly text: HouseText; readonly locale: Locale };

export type TextState = ThatText & {
	/** The shipped text holds: nobody wrote another one, or it was brought back. */
	readonly isShipped: boolean;
	readonly since: Date;
	readonly by: OfficeId | undefined;
};

/** Each text in each language, with what holds now. */
export async function textsForDesk(ctx: Context): Promise<TextState[]> {
	demand(ctx, 'texts.write');
	const states: TextState[] = [];
	for (const text of houseTexts) {
		const newest = await newestVersions(ctx, text);
		for (const locale of locales) {
			const version = newest.find((each) => each.locale === locale);
			states.push({
				...{ text, locale },
				isShipped: (version?.body ?? null) === null,
				since: version?.writtenAt ?? shippedOn,
				by: version?.writtenBy,
			});
		}
	}
	return states;
}

/** One version as the desk lists it; number 0 is the text as it shipped. */
export type WrittenVersion = {
	readonly number: number;
	readonly body: string;
	readonly isShipped: boolean;
	readonly at: Date;
	readonly by: OfficeId | undefined;
};

/** All versions of a text in a language, the newest first; the last is the text as it shipped. NotFound for a text that is none. */
export async function versionsForDesk(ctx: Context, { text, locale }: ThatText): Promise<WrittenVersion[]> {
	demand(ctx, 'texts.write');
	if (!houseTexts.includes(text) || !locales.some((each) => each === locale)) throw new NotFound('text');
	const shipped = shippedText(text, locale);
	const written = (await versionsOf(ctx, text, locale)).map((version: TextVersion) => ({
		number: version.number,
		body: version.body ?? shipped,
		isShipped: version.body === null,
		at: version.writtenAt,
		by: version.writtenBy,
	}));
	return [...written, { number: 0, body: shipped, isShipped: true, at: shippedOn, by: undefined }];
}

/** What a version says otherwise than another, word by word. NotFound for a version that is none. */
export function comparedVersions(
	versions: readonly WrittenVersion[],
	number: number,
	other: number,
): readonly ComparedPart[] {
	const [now, before] = [number, other].map((each) => versions.find((version) => version.number === each));
	if (!now || !before) throw new NotFound('text-version');
	return compareWords(before.body, now.body);
}

/** What the text would look like. Refuses what `writeText` would refuse for its marks. open-to-all: nothing is read or kept. */
export function drawnText(body: string, locale: Locale): Result<readonly TextBlock[], TextProblem> {
	const problem = problemOf(body);
	return problem ? refused(problem, 'body') : granted(blocksOf(body, locale));
}

export type TextRefusal = TextProblem | 'nothing-changed' | 'changed-meanwhile';

export type WriteText = ThatText & {
	readonly body: string;
	/** The version it was written upon. */
	readonly base: number;
};

/** New words, from now on. Refused for marks that lead nowhere, for the same words, and when somebody else wrote meanwhile. */
export async function writeText(ctx: Context, input: WriteText): Promise<Result<undefined, TextRefusal>> {
	demand(ctx, 'texts.write');
	const problem = problemOf(input.body);
	if (problem) return refused(problem, 'body');
	return keep(ctx, input, (versions) => {
		if (versions[0]?.body === input.body) return refused('nothing-changed', 'body');
		return granted(input.body);
	});
}

/** What a version said holds again, by a new version. 0: the text as it ships. */
export async function restoreText(
	ctx: Context,
	input: ThatText & { readonly number: number; readonly base: number },
): Promise<Result<undefined, TextRefusal>> {
	demand(ctx, 'texts.write');
	return keep(ctx, input, (versions) => {
		const version = versions.find(({ number }) => number === input.number);
		if (!version) throw new NotFound('text-version');
		if (version.body === versions[0]?.body) return refused('nothing-changed');
		return granted(version.isShipped ? null : version.body);
	});
}

async function keep(
	ctx: Context,
	{ text, locale, base }: ThatText & { readonly base: number },
	decide: (versions: readonly WrittenVersion[]) => Result<string | null, TextRefusal>,
): Promise<Result<undefined, TextRefusal>> {
	const { actor } = ctx;
	if (actor.kind !== 'officer') throw new Forbidden('texts.write');
	return inTransaction(ctx, async (inside): Promise<Result<undefined, TextRefusal>> => {
		await holdText(inside, text, locale);
		const versions = await versionsForDesk(inside, { text, locale });
		if (versions[0]?.number !== base) return refused('changed-meanwhile');
		const decided = decide(versions);
		if (!decided.ok) return decided;
		await insertVersion(inside, { text, locale, body: decided.value }, actor.office);
		await audit(inside, 'texts.written', { kind: 'text' }, { text, locale, shipped: decided.value === null });
		return granted();
	});
}
