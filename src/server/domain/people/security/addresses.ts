/** Several addresses, each confirmed; to one of them we write. With every one of them the person signs in. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import {
	addressesAsked,
	addressesOf,
	deleteAddress,
	insertAddress,
	writeToAddress,
	type Address,
} from '../sign-in/addresses.sql.ts';
import { countLetter } from '../sign-in/letters.ts';
import { linksFromNetwork, mostAddresses } from '../sign-in/limits.ts';
import { linkOfToken, makeLink } from '../sign-in/links.ts';
import { loginOfAddress, useUpLink, voidLinks } from '../sign-in/logins.sql.ts';
import { writeAddAddressLetter, writeAddressTakenLetter } from '../sign-in/letters.ts';
import { ownAccount } from './own-account.ts';
import { writeChangeLetter } from './security-letters.ts';

export type OwnAddresses = {
	readonly confirmed: readonly Address[];
	/** Asked for; the letter is not opened yet. */
	readonly asked: readonly { readonly email: string; readonly asked_at: Date }[];
};

export async function ownAddresses(ctx: Context): Promise<OwnAddresses> {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	return { confirmed: await addressesOf(ctx, login), asked: await addressesAsked(ctx, login) };
}

type AddAddress = { readonly email: string; readonly network: string };

/**
 * Writes to the address, and answers the same for one that belongs to another account: only its owner learns
 * that. Throws TooOften beyond the limits of letters.
 */
export async function addAddress(
	ctx: Context,
	{ email, network }: AddAddress,
): Promise<Result<undefined, 'prove-again' | 'address-yours' | 'too-many-addresses'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	const own = await addressesOf(ctx, login);
	if (own.some((address) => address.email === email)) return refused('address-yours', 'email');
	if (own.length >= mostAddresses) return refused('too-many-addresses', 'email');
	return inTransaction(ctx, async (ctx) => {
		await countLetter(ctx, email, network);
		const link = await makeLink(ctx, { purpose: 'add-address', email, login });
		if (await loginOfAddress(ctx, email)) await writeAddressTakenLetter(ctx, email);
		else await writeAddAddressLetter(ctx, email, link.address);
		return granted();
	});
}

/** The address that a link adds to my account; undefined when it is over, or another account asked for it. */
export async function addressOfLink(ctx: Context, token: string): Promise<string | undefined> {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	return (await openAddressLink(ctx, login, token))?.email;
}

/** The link of the letter shows that the address is mine, in the account that asked for it. */
export async function confirmOwnAddress(
	ctx: Context,
	{ token, network }: { readonly token: string; readonly network: string },
): Promise<Result<undefined, 'link-over'>> {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	await countAgainst(ctx, linksFromNetwork, network);
	const link = await openAddressLink(ctx, login, token);
	if (!link) return refused('link-over');
	return inTransaction(ctx, async (ctx) => {
		if (!(await useUpLink(ctx, link.id))) return refused('link-over');
		if (!(await insertAddress(ctx, login, link.email))) return refused('link-over');
		await voidLinks(ctx, 'add-address', link.email);
		await writeChangeLetter(ctx, login, 'address-added');
		await audit(ctx, 'people.address-added', { kind: 'login', id: login });
		return granted();
	});
}

async function openAddressLink(ctx: Context, login: string, token: string) {
	const link = await linkOfToken(ctx, 'add-address', token);
	return link?.login_id === login && link.email !== null ? { id: link.id, email: link.email } : undefined;
}

/** From now on we write to this one of my confirmed addresses; the old and the new one are told. */
export async function makeAddressMain(
	ctx: Context,
	{ email }: { readonly email: string },
): Promise<Result<undefined, 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved } = await ownAccount(ctx);
	const { main } = await ownAddress(ctx, login, email);
	if (!proved) return refused('prove-again');
	if (main) return granted();
	return inTransaction(ctx, async (ctx) => {
		await writeChangeLetter(ctx, login, 'address-main', [email]);
		await writeToAddress(ctx, login, email);
		await audit(ctx, 'people.address-main', { kind: 'login', id: login });
		return granted();
	});
}

/** Nobody signs in with this address any more. The one we write to cannot go, and so there is always one. */
export async function removeAddress(
	ctx: Context,
	{ email }: { readonly email: string },
): Promise<Result<undefined, 'prove-again' | 'address-main'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved } = await ownAccount(ctx);
	const { main } = await ownAddress(ctx, login, email);
	if (!proved) return refused('prove-again');
	if (main) return refused('address-main');
	return inTransaction(ctx, async (ctx) => {
		await deleteAddress(ctx, login, email);
		await voidLinks(ctx, 'reset-password', email);
		await writeChangeLetter(ctx, login, 'address-removed', [email]);
		await audit(ctx, 'people.address-removed', { kind: 'login', id: login });
		return granted();
	});
}

async function ownAddress(ctx: Context, login: string, email: string): Promise<Address> {
	const found = (await addressesOf(ctx, login)).find((address) => address.email === email);
	if (!found) throw new NotFound('address');
	return found;
}
