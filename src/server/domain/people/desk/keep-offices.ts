/** Who holds the offices of an organisation: given to whoever signs in with an address, and told to them. */
import { t } from '#messages/people';
import { endOffice, giveOffice, organisationCards } from '#domain/support';
import { organisationForCentral, type OfficeAt } from '#domain/support/central';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { inLocale } from '#platform/messages';
import { granted, refused, type Result } from '#platform/result';
import { personOf, type OfficeId, type OfficeKind, type OrganisationId, type PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { namesOf, personOfAddress } from '../persons.sql.ts';
import { localesOf } from '../receivers.sql.ts';

export type HeldOffice = OfficeAt & {
	readonly name: string;
	readonly givenByName: string | undefined;
	/** One's own: given and ended by somebody else. */
	readonly own: boolean;
};

/** The offices of the organisation with the names of those who hold or held them; for the central desk. */
export async function officesAt(ctx: Context, organisation: OrganisationId): Promise<HeldOffice[]> {
	demand(ctx, 'people.keep-offices');
	const { offices } = await organisationForCentral(ctx, organisation);
	const names = await namesOf(
		ctx,
		offices.flatMap(({ person, givenBy }) => [person, ...(givenBy ? [givenBy] : [])]),
	);
	return offices.map((office) => ({
		...office,
		name: names.get(office.person) ?? '',
		givenByName: office.givenBy ? names.get(office.givenBy) : undefined,
		own: office.person === personOf(ctx.actor),
	}));
}

/** Kinds of office that an organisation has: the central desk coordinates, the others validate. */
export function officeKindsAt(organisation: { readonly central: boolean }): readonly OfficeKind[] {
	const everywhere = ['assessor', 'moderator', 'editor'] as const;
	return [organisation.central ? 'central' : 'validator', ...everywhere];
}

export type GiveOfficeTo = {
	readonly address: string;
	readonly organisation: OrganisationId;
	readonly kind: OfficeKind;
};

/**
 * Gives the office to whoever signs in with the address, and tells them. Refused when nobody does, when it is oneself,
 * and when the organisation has no such office.
 */
export async function giveOfficeTo(
	ctx: Context,
	{ address, organisation: id, kind }: GiveOfficeTo,
): Promise<Result<undefined, 'nobody-with-address' | 'office-to-oneself' | 'no-such-office'>> {
	demand(ctx, 'people.keep-offices');
	const { organisation } = await organisationForCentral(ctx, id);
	if (!officeKindsAt(organisation).includes(kind)) return refused('no-such-office', 'kind');
	const person = await personOfAddress(ctx, address);
	if (!person) return refused('nobody-with-address', 'address');
	if (person.id === personOf(ctx.actor)) return refused('office-to-oneself', 'address');
	return inTransaction(ctx, async (inside) => {
		await giveOffice(inside, { person: person.id, organisation: id, kind });
		await tellOfficer(inside, person.id, 'office-given', id, kind);
		return granted();
	});
}

/** Ends an office of the organisation, and tells who held it. */
export async function endOfficeAt(
	ctx: Context,
	organisation: OrganisationId,
	office: OfficeId,
): Promise<Result<undefined, 'office-over' | 'office-to-oneself'>> {
	demand(ctx, 'people.keep-offices');
	const { offices } = await organisationForCentral(ctx, organisation);
	const held = offices.find(({ id, endedAt }) => id === office && endedAt === null);
	if (!held) return refused('office-over');
	if (held.person === personOf(ctx.actor)) return refused('office-to-oneself');
	return inTransaction(ctx, async (inside) => {
		await endOffice(inside, office);
		await tellOfficer(inside, held.person, 'office-ended', organisation, held.kind);
		return granted();
	});
}

async function tellOfficer(
	ctx: Context,
	person: PersonId,
	kind: 'office-given' | 'office-ended',
	organisation: OrganisationId,
	office: OfficeKind,
): Promise<void> {
	const [receiver] = await localesOf(ctx, [person]);
	if (!receiver) return;
	const params = await inLocale(receiver.locale, async () => {
		const cards = await organisationCards({ ...ctx, locale: receiver.locale }, [organisation]);
		return {
			office: t(`people.desk.office.${office}`),
			organisation: cards.get(organisation)?.name ?? '',
		};
	});
	await emit(ctx, 'notice', { to: [person], kind, params, path: '/me/desk' });
}
