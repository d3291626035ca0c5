/** Where a school is written to: as an officer read it on a page, else as its register says. */
import { languagesOf } from '#domain/places';
import { listedMailbox, schoolFor } from '#domain/schools';
import { asActor, type Context } from '#platform/context';
import { newId } from '#platform/ids';
import { system } from '#shared/actor';
import { defaultLocale, isLocale, type Locale } from '#shared/locales';
import type { Mailbox } from './evidence.ts';
import { mailboxOf, replaceMailbox } from './evidence.sql.ts';

/** An address that may be written to; one of a register has no id before the first letter. */
export type KnownMailbox = Omit<Mailbox, 'id' | 'enteredAt'> & {
	readonly id: string | undefined;
	/** When an officer entered it. */
	readonly enteredAt: Date | undefined;
};

/** What is known now; a register may have another address than the last time, or none any more. */
export async function mailboxFor(ctx: Context, school: string): Promise<KnownMailbox | undefined> {
	const kept = await mailboxOf(ctx, school);
	if (kept?.source === 'officer') return kept;
	const address = await listedMailbox(ctx, school);
	if (address === undefined) return undefined;
	const id = kept?.address === address ? kept.id : undefined;
	const locale = await languageOfSchool(ctx, school);
	return { id, school, address, locale, source: 'register', sourcePage: undefined, enteredAt: undefined };
}

/** The same, kept with every letter that went there. */
export async function mailboxToWriteTo(ctx: Context, school: string): Promise<Mailbox | undefined> {
	const known = await mailboxFor(ctx, school);
	if (!known) return undefined;
	const { id = newId(), enteredAt = ctx.now } = known;
	if (known.id === undefined) await replaceMailbox(ctx, { ...known, id });
	return { ...known, id, enteredAt };
}

/** The language in which the school is probably written to. */
export async function languageOfSchool(ctx: Context, school: string): Promise<Locale> {
	const { country, language } = await schoolFor(asActor(ctx, system), school);
	const spoken = [language, ...((await languagesOf(ctx, country)) ?? [])];
	return spoken.find((code) => code !== null && isLocale(code)) ?? defaultLocale;
}
