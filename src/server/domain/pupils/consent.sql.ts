/** SQL of the ledger of consents. */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Version } from '#platform/versions';
import type { OfficeId, PersonId, PupilId } from '#shared/actor';
import { dayOf } from './class.ts';
import { unknownConsentAge, type Consent, type ConsentGiver, type ConsentPurpose } from './consent.ts';

/** What holds now for these pupils. */
export async function runningConsents(ctx: Context, pupils: readonly PupilId[]): Promise<Consent[]> {
	if (pupils.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('pupils.consent as consent')
		.leftJoin('people.person as person', 'person.id', 'consent.attested_by')
		.select(['consent.pupil_id', 'consent.purpose', 'consent.given_by', 'consent.text_version'])
		.select(['consent.text_locale', 'consent.given_at', 'person.name'])
		.select(sql<string>`consent.expires_on::text`.as('expires_on'))
		.where('consent.pupil_id', 'in', [...pupils])
		.where('consent.withdrawn_at', 'is', null)
		.where(sql<boolean>`consent.expires_on >= ${dayOf(ctx.now)}::date`)
		.execute();
	return rows.map((row) => ({
		pupil: row.pupil_id,
		purpose: row.purpose as ConsentPurpose,
		givenBy: row.given_by as ConsentGiver,
		attestedBy: row.name,
		textVersion: row.text_version,
		textLocale: row.text_locale,
		givenAt: row.given_at,
		expiresOn: row.expires_on,
	}));
}

/** Fragment: whether a pupil's family allows one of these now; who is no pupil allows nothing. */
export function hasConsent(
	{ now }: Pick<Context, 'now'>,
	pupil: Expression<unknown>,
	purposes: readonly ConsentPurpose[],
): RawBuilder<SqlBool> {
	return sql<SqlBool>`exists (select from pupils.consent as allowed
		where allowed.pupil_id = ${pupil} and allowed.purpose in (${sql.join(purposes)})
			and allowed.withdrawn_at is null and allowed.expires_on >= ${dayOf(now)}::date)`;
}

/** Which of these pupils allow it now. */
export async function consentingAmong(
	ctx: Context,
	pupils: readonly PupilId[],
	purpose: ConsentPurpose,
): Promise<ReadonlySet<PupilId>> {
	const running = await runningConsents(ctx, pupils);
	return new Set(running.filter((each) => each.purpose === purpose).map(({ pupil }) => pupil));
}

export type NewConsents = {
	readonly pupils: readonly PupilId[];
	readonly purposes: readonly ConsentPurpose[];
	readonly givenBy: ConsentGiver;
	readonly by: PersonId;
	readonly textVersion: number;
	readonly textLocale: string;
	readonly expiresOn: string;
};

/** What was given before is replaced by what is given now. */
export async function insertConsents(ctx: Context, given: NewConsents): Promise<void> {
	await ctx.db
		.updateTable('pupils.consent')
		.set({ withdrawn_at: ctx.now })
		.where('pupil_id', 'in', [...given.pupils])
		.where('purpose', 'in', [...given.purposes])
		.where('withdrawn_at', 'is', null)
		.execute();
	await ctx.db
		.insertInto('pupils.consent')
		.values(
			given.pupils.flatMap((pupil) =>
				given.purposes.map((purpose) => ({
					id: newId(),
					pupil_id: pupil,
					purpose,
					given_by: given.givenBy,
					attested_by: given.by,
					text_version: given.textVersion,
					text_locale: given.textLocale,
					given_at: ctx.now,
					expires_on: given.expiresOn,
				})),
			),
		)
		.execute();
}

/** What ends: of one pupil all that still runs or one purpose of it, or of everybody what has run out. */
export type EndingConsents = { readonly pupil: PupilId; readonly purpose?: ConsentPurpose } | 'expired';

/** Takes them back, and answers which still ran: each is taken once. */
export async function takeConsents(
	ctx: Context,
	which: EndingConsents,
): Promise<{ readonly pupil: PupilId; readonly purpose: ConsentPurpose }[]> {
	const rows = await ctx.db
		.updateTable('pupils.consent')
		.set({ withdrawn_at: ctx.now })
		.where('withdrawn_at', 'is', null)
		.where((eb) => {
			if (which === 'expired') return sql<boolean>`expires_on < ${dayOf(ctx.now)}::date`;
			const { pupil, purpose } = which;
			return eb.and({ pupil_id: pupil, ...(purpose === undefined ? {} : { purpose }) });
		})
		.returning(['pupil_id', 'purpose'])
		.execute();
	return rows.map((row) => ({ pupil: row.pupil_id, purpose: row.purpose as ConsentPurpose }));
}

/** From which age a child decides by itself in a country, and where that is said. */
export type ConsentAge = { readonly age: number; readonly source: string | undefined };

/** The age that holds now. */
export async function consentAgeIn(ctx: Context, country: string): Promise<ConsentAge> {
	const row = await ctx.db
		.selectFrom('pupils.consent_age')
		.select(['age', 'source'])
		.where('country', '=', country)
		.where('since', '<=', ctx.now)
		.orderBy('since', 'desc')
		.orderBy('number', 'desc')
		.executeTakeFirst();
	return row ?? { age: unknownConsentAge, source: undefined };
}

export type AgeVersion = Version & {
	readonly country: string;
	readonly age: number;
	/** The law, or whoever knows it. */
	readonly source: string;
	/** On which day somebody looked there: 2026-11-01. */
	readonly seenOn: string;
	readonly setAt: Date;
	/** null: what was known at the beginning. */
	readonly setBy: OfficeId | null;
};

/** All that was ever set, the newest first. */
export async function ageVersions(ctx: Context): Promise<AgeVersion[]> {
	const rows = await ctx.db
		.selectFrom('pupils.consent_age')
		.select(['number', 'country', 'age', 'source', 'since', 'set_at as setAt', 'set_by as setBy'])
		.select(sql<string>`seen_on::text`.as('seenOn'))
		.orderBy('number', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

export type NewAge = Pick<AgeVersion, 'country' | 'age' | 'source' | 'seenOn' | 'since'>;

export async function insertAgeVersion(
	ctx: Context,
	{ country, age, source, seenOn, since }: NewAge,
	by: OfficeId,
): Promise<void> {
	await ctx.db
		.insertInto('pupils.consent_age')
		.values({ country, age, source, seen_on: seenOn, since, set_at: ctx.now, set_by: by })
		.execute();
}
