/** SQL of the versions of texts. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { OfficeId } from '#shared/actor';
import type { HouseText } from './text.ts';

export type TextVersion = {
	readonly number: number;
	readonly text: HouseText;
	readonly locale: string;
	/** null: the shipped text. */
	readonly body: string | null;
	readonly writtenAt: Date;
	readonly writtenBy: OfficeId;
};

const columns = [
	'number',
	'text',
	'locale',
	'body',
	'written_at as writtenAt',
	'written_by as writtenBy',
] as const;

/** The newest version of each language of a text. */
export async function newestVersions(ctx: Context, text: HouseText): Promise<TextVersion[]> {
	const rows = await ctx.db
		.selectFrom('texts.version')
		.distinctOn('locale')
		.select(columns)
		.where('text', '=', text)
		.orderBy('locale')
		.orderBy('number', 'desc')
		.execute();
	return rows as unknown as TextVersion[];
}

/** All versions of a text in a language, the newest first. */
export async function versionsOf(ctx: Context, text: HouseText, locale: string): Promise<TextVersion[]> {
	const rows = await ctx.db
		.selectFrom('texts.version')
		.select(columns)
		.where('text', '=', text)
		.where('locale', '=', locale)
		.orderBy('number', 'desc')
		.execute();
	return rows as unknown as TextVersion[];
}

/** Of two who save the same text at once the second waits here, and then sees what the first wrote. */
export async function holdText(ctx: Context, text: HouseText, locale: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext(${`texts ${text} ${locale}`}))`.execute(ctx.db);
}

export async function insertVersion(
	ctx: Context,
	{ text, locale, body }: Pick<TextVersion, 'text' | 'locale' | 'body'>,
	by: OfficeId,
): Promise<void> {
	await ctx.db
		.insertInto('texts.version')
		.values({ text, locale, body, written_at: ctx.now, written_by: by })
		.execute();
}
