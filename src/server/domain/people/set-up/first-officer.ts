/** An empty installation has nobody who could give an office: a link printed at its start makes the first officer. */
import { giveOffice, organisationFor } from '#domain/support';
import { isActiveCountry } from '#domain/places';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { system } from '#shared/actor';
import { anybodyIsHere } from '../persons.sql.ts';
import { makeLogin } from '../sign-in/make-login.ts';
import { linksFromNetwork } from '../sign-in/limits.ts';
import { linkOfToken, makeLink } from '../sign-in/links.ts';
import { useUpLink, voidSetUpLinks } from '../sign-in/logins.sql.ts';
import { weaknessOf, type PasswordWeakness } from '../sign-in/password-rules.ts';

/**
 * The address of a fresh link that lives one hour, while nobody has an account; the link printed before is
 * worth nothing any more. open-to-all: called at the start of the platform, by whoever runs the machine.
 */
export async function makeSetUpLink(ctx: Context): Promise<string | undefined> {
	return inTransaction(ctx, async (ctx) => {
		if (await anybodyIsHere(ctx)) return undefined;
		await voidSetUpLinks(ctx);
		return (await makeLink(ctx, { purpose: 'set-up', email: null })).address;
	});
}

/** Whether this link still makes the first officer. open-to-all: the token is the permission. */
export async function setUpIsOpen(ctx: Context, token: string): Promise<boolean> {
	return (await linkOfToken(ctx, 'set-up', token)) !== undefined && !(await anybodyIsHere(ctx));
}

export type FirstOfficer = {
	readonly token: string;
	readonly name: string;
	readonly email: string;
	readonly password: string;
	readonly country: string;
	readonly network: string;
};

/** Makes the account and gives it the central office; once per installation. open-to-all: the token is the permission. */
export async function makeFirstOfficer(
	ctx: Context,
	{ token, name, email, password, country, network }: FirstOfficer,
): Promise<Result<undefined, PasswordWeakness | 'link-over' | 'country-not-active'>> {
	await countAgainst(ctx, linksFromNetwork, network);
	const link = await linkOfToken(ctx, 'set-up', token);
	if (!link) return refused('link-over');
	if (!(await isActiveCountry(ctx, country))) return refused('country-not-active', 'country');
	const weakness = weaknessOf(password, { name, email });
	if (weakness) return refused(weakness, 'password');
	return inTransaction(asActor(ctx, system), async (ctx) => {
		if (!(await useUpLink(ctx, link.id)) || (await anybodyIsHere(ctx))) return refused('link-over');
		const person = await makeLogin(ctx, { person: { name, locale: ctx.locale, country }, email, password });
		// no rule covers a country without a code, so this is the central desk
		const organisation = await organisationFor(ctx, { country: '' });
		await giveOffice(ctx, { person, organisation, kind: 'central' });
		return granted();
	});
}
