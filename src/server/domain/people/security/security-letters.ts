/** Letters that tell a person what happened to their account; whoever did it, the owner learns of it. */
import { t } from '#messages/security';
import { timeZoneOf } from '#domain/places';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { queueMail } from '#platform/mail';
import { inLocale } from '#platform/messages';
import { countryName, formatDateTime } from '#shared/format';
import { ownerOfLogin, type Owner } from '../persons.sql.ts';
import type { Device } from '../sign-in/device.ts';

/** What of the ways into an account has changed. */
export type SecurityChange =
	| 'password'
	| 'address-added'
	| 'address-main'
	| 'address-removed'
	| 'app-on'
	| 'app-off'
	| 'codes'
	| 'passkey-added'
	| 'passkey-removed'
	| 'provider-added'
	| 'provider-removed'
	| 'factors-reset';

/** Somebody signed in, in a browser that this account has not seen before. */
export async function writeNewDeviceLetter(ctx: Context, login: string, device: Device): Promise<void> {
	const { browser, system, country } = device;
	await writeToOwner(ctx, login, (owner, when) => ({
		subject: t('security.letter.device.subject'),
		lines: [
			t('security.letter.device.body', {
				name: owner.name,
				browser: t(`security.browser.${browser}`),
				system: t(`security.system.${system}`),
				country: country === null ? 'none' : countryName(country, owner.locale),
				when,
			}),
			t('security.letter.if-not-you'),
		],
	}));
}

/** What guards the account was changed; `also` are further addresses that are told, such as one just taken away. */
export async function writeChangeLetter(
	ctx: Context,
	login: string,
	change: SecurityChange,
	also: readonly string[] = [],
): Promise<void> {
	const write = (owner: Owner, when: string) => ({
		subject: t(`security.letter.change.subject.${change}`),
		lines: [
			t(`security.letter.change.${change}`, { name: owner.name, when }),
			t('security.letter.if-not-you'),
		],
	});
	await writeToOwner(ctx, login, write, also);
}

type Words = { readonly subject: string; readonly lines: readonly string[] };

async function writeToOwner(
	ctx: Context,
	login: string,
	words: (owner: Owner, when: string) => Words,
	also: readonly string[] = [],
): Promise<void> {
	const owner = await ownerOfLogin(ctx, login);
	if (!owner) return;
	const zone = await timeZoneOf(ctx, owner.country ?? '');
	await inLocale(owner.locale, async () => {
		const { subject, lines } = words(owner, formatDateTime(ctx.now, owner.locale, zone));
		const links = [publicAddress(`/${owner.locale}/me/security`), publicAddress(`/${owner.locale}/password`)];
		const body = [...lines, links.join('\n'), t('security.letter.end')].join('\n\n');
		for (const to of new Set([owner.email, ...also])) {
			await queueMail(ctx, { to, locale: owner.locale, subject, body, concerns: [owner.person] });
		}
	});
}
