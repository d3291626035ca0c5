// A desk to try the approval engine on: named people, officers in three countries, and a kind of case of its own.
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { giveOffice, organisationFor, type DecidedCase } from '#domain/support';
import { support } from '../../src/server/domain/support/part.ts';
import { places } from '../../src/server/domain/places/part.ts';
import { system, type Member, type Officer, type OfficeKind, type OrganisationId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { compose, type Events } from '#platform/part';

/** What the desk's own part saw and was told: emptied by `aDesk`. */
export const heard = {
	decided: [] as DecidedCase[],
	notices: [] as Events['notice'][],
	/** Everyone who works at some school: here that is always the applicant's. */
	colleagues: () =>
		new Set([...residents.values()].filter(({ schools }) => schools.length > 0).map(({ id }) => id)),
};

type Resident = { readonly id: string; readonly schools: readonly string[]; readonly locale: Locale };
const residents = new Map<string, Resident>();

const garden = {
	name: 'gardens',
	schemas: [],
	within: { notice: async (_ctx: Context, event: Events['notice']) => void heard.notices.push(event) },
	cases: {
		garden: {
			describe: (_ctx: Context, subjects: readonly string[]) =>
				Promise.resolve(
					new Map(
						subjects.map((id) => [
							id,
							{
								title: 'A school garden',
								path: '/gardens',
								facts: [['Size', 'small']] as const,
								place: 'Porto',
							},
						]),
					),
				),
			reveal: () => Promise.resolve([['Gardener', 'Inês Carvalho'] as const]),
			fields: (_ctx: Context, snapshot: Readonly<Record<string, unknown>>) =>
				Object.entries(snapshot).map(([field, value]) => ({ field, label: field, value: String(value) })),
			decided: async (_ctx: Context, decided: DecidedCase) => void heard.decided.push(decided),
		},
	},
	standingOf: (_ctx: Context, persons: readonly string[]) =>
		Promise.resolve(
			new Map(
				persons.flatMap((id) => {
					const found = residents.get(id);
					return found ? [[id, found] as const] : [];
				}),
			),
		),
	privacy: { columns: {} },
};

/** The parts a desk needs; call it once per test file. */
export function composeDesk(): void {
	compose([places, support, { ...garden, cases: { ...garden.cases, seed: garden.cases.garden } }]);
}

/** A person of the desk's world; the schools are ids only the desk's part knows. */
export async function aPerson(
	ctx: Context,
	name: string,
	schools: readonly string[] = [],
	locale: Locale = 'en',
): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto('people.person')
		.values({ id, name, locale, made_at: ctx.now, last_active_at: ctx.now })
		.execute();
	residents.set(id, { id, schools, locale });
	return id;
}

export function memberOf(person: string): Member {
	return { kind: 'member', person, session: newId() };
}

/** A new person holding that office at the organisation of the country, or at the central desk. */
export async function anOfficer(
	ctx: Context,
	country: string,
	kind: OfficeKind = 'validator',
	schools: readonly string[] = [],
): Promise<Officer> {
	const organisation = await organisationOf(ctx, country);
	const person = await aPerson(ctx, `Officer ${country}`, schools);
	const office = await giveOffice({ ...ctx, actor: system }, { person, organisation, kind });
	return { kind: 'officer', person, session: newId(), office, officeKind: kind, organisation };
}

/** The organisation of the country; XX is none of ours and falls to the central desk. */
export function organisationOf(ctx: Context, country: string): Promise<OrganisationId> {
	return organisationFor(ctx, { country });
}

export function forget(): void {
	heard.decided.length = 0;
	heard.notices.length = 0;
	residents.clear();
}
