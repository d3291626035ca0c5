/** SQL of a person's rights: everything about one person, its erasure, two accounts made one. */
import type { Context } from '#platform/context';
import { forgetFile } from '#platform/files';
import { forgetLetters, lettersTo } from '#platform/mail';
import type { PersonId } from '#shared/actor';
import { eraseEvidence } from './affiliations/evidence/privacy.sql.ts';
import { insertEnding, runningAffiliations } from './affiliations/affiliations.sql.ts';

export async function personRows(ctx: Context, person: PersonId) {
	const { db } = ctx;
	const account = await db
		.selectFrom('people.person as person')
		.leftJoin('people.login as login', 'login.id', 'person.login_id')
		.select(['person.id', 'person.name', 'person.email', 'person.locale', 'person.country'])
		.select([
			'person.made_at',
			'person.last_active_at',
			'login.name as login_name',
			'login.email as login_email',
		])
		.where('person.id', '=', person)
		.executeTakeFirst();
	const confirmed = await confirmedAddressesOf(ctx, person);
	const known = [account?.email, account?.login_email, ...confirmed.map(({ email }) => email)];
	const addresses = [...new Set(known)].flatMap((address) => address ?? []);
	return {
		account,
		addresses: confirmed,
		places: await placesOf(ctx, person),
		sessions: await sessionsOf(ctx, person),
		browsers: await browsersOf(ctx, person),
		...(await factorRows(ctx, person)),
		mergings: await mergingsOf(ctx, person),
		joinings: await joiningsOf(ctx, addresses),
		links: await linksTo(ctx, addresses),
		letters: (await Promise.all(addresses.map((address) => lettersTo(ctx, address, person)))).flat(),
	};
}

function confirmedAddressesOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('people.address as address')
		.innerJoin('people.person as person', 'person.login_id', 'address.login_id')
		.select(['address.email', 'address.confirmed_at'])
		.where('person.id', '=', person)
		.orderBy('address.confirmed_at')
		.execute();
}

function placesOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('people.affiliation as affiliation')
		.leftJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.select(['affiliation.school_id', 'affiliation.role', 'affiliation.stated_at', 'affiliation.is_default'])
		.select(['validation.validated_at', 'ending.ended_at'])
		.where('affiliation.person_id', '=', person)
		.orderBy('affiliation.stated_at')
		.execute();
}

function sessionsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('people.session as session')
		.innerJoin('people.person as person', 'person.login_id', 'session.login_id')
		.leftJoin('people.session_capacity as capacity', 'capacity.session_id', 'session.id')
		.select(['session.created_at', 'session.updated_at', 'session.expires_at'])
		.select(['capacity.entered_at as at_desk_since', 'capacity.last_seen_at as desk_used_at'])
		.where('person.id', '=', person)
		.orderBy('session.created_at')
		.execute();
}

function browsersOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('people.device as device')
		.innerJoin('people.person as person', 'person.login_id', 'device.login_id')
		.select(['device.browser', 'device.system', 'device.country'])
		.select(['device.first_used_at', 'device.last_used_at'])
		.where('person.id', '=', person)
		.orderBy('device.first_used_at')
		.execute();
}

function mergingsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('people.merging')
		.select(['asked_at', 'reason', 'united_at', 'ended_at', 'settled_at'])
		.where((eb) => eb.or([eb('from_person', '=', person), eb('into_person', '=', person)]))
		.orderBy('asked_at')
		.execute();
}

async function factorRows(ctx: Context, person: PersonId) {
	const app = await ctx.db
		.selectFrom('people.authenticator as app')
		.innerJoin('people.person as person', 'person.login_id', 'app.login_id')
		.select(['app.begun_at', 'app.confirmed_at'])
		.where('person.id', '=', person)
		.executeTakeFirst();
	const recoveryCodes = await ctx.db
		.selectFrom('people.recovery_code as code')
		.innerJoin('people.person as person', 'person.login_id', 'code.login_id')
		.select(['code.made_at', 'code.used_at'])
		.where('person.id', '=', person)
		.execute();
	const passkeys = await ctx.db
		.selectFrom('people.passkey as passkey')
		.innerJoin('people.person as person', 'person.login_id', 'passkey.login_id')
		.select(['passkey.id', 'passkey.name', 'passkey.public_key', 'passkey.transports'])
		.select(['passkey.made_at', 'passkey.last_used_at'])
		.where('person.id', '=', person)
		.orderBy('passkey.made_at')
		.execute();
	const identities = await ctx.db
		.selectFrom('people.credential as credential')
		.innerJoin('people.person as person', 'person.login_id', 'credential.login_id')
		.select(['credential.provider_id', 'credential.account_id', 'credential.created_at'])
		.where('person.id', '=', person)
		.where('credential.provider_id', '<>', 'credential')
		.execute();
	return { app, recoveryCodes, passkeys, identities };
}

async function joiningsOf(ctx: Context, addresses: readonly string[]) {
	if (addresses.length === 0) return [];
	return (
		ctx.db
			.selectFrom('people.joining')
			.select(['email', 'locale', 'country', 'asked_at', 'confirmed_at'])
			// anybody may have asked with this address: what they wrote is handed out only to who confirmed it
			.select((eb) =>
				(['name', 'school_id', 'school_name', 'school_town', 'role'] as const).map((column) =>
					eb.case().when('confirmed_at', 'is not', null).then(eb.ref(column)).end().as(column),
				),
			)
			.where('email', 'in', [...addresses])
			.orderBy('asked_at')
			.execute()
	);
}

async function linksTo(ctx: Context, addresses: readonly string[]) {
	if (addresses.length === 0) return [];
	return ctx.db
		.selectFrom('people.link')
		.select(['purpose', 'email', 'made_at', 'expires_at', 'used_at'])
		.where('email', 'in', [...addresses])
		.orderBy('made_at')
		.execute();
}

/** Deletes what only the person needs; the row that others' work points to stays, without a name. */
export async function erasePerson(ctx: Context, person: PersonId): Promise<void> {
	const { db } = ctx;
	const row = await db
		.selectFrom('people.person as person')
		.leftJoin('people.login as login', 'login.id', 'person.login_id')
		.select(['person.login_id', 'person.email', 'login.email as login_email'])
		.where('person.id', '=', person)
		.executeTakeFirst();
	// an account that was united with this one is the same person's
	for (const other of await unitedInto(ctx, person)) await erasePerson(ctx, other);
	await forgetMergings(ctx, person);
	const addresses = await confirmedAddressesOf(ctx, person);
	await endAllPlaces(ctx, person);
	await eraseEvidence(ctx, person);
	await db.deleteFrom('people.spoken_language').where('person_id', '=', person).execute();
	const profile = await db
		.deleteFrom('people.profile')
		.where('person_id', '=', person)
		.returning('photo_file_id')
		.executeTakeFirst();
	if (profile?.photo_file_id) await forgetFile(ctx, profile.photo_file_id);
	await db
		.updateTable('people.person')
		.set({ name: '', email: null, country: null, login_id: null })
		.where('id', '=', person)
		.execute();
	// sessions and credentials go with the login
	if (row?.login_id) await db.deleteFrom('people.login').where('id', '=', row.login_id).execute();
	for (const address of new Set([row?.email, row?.login_email, ...addresses.map(({ email }) => email)])) {
		if (!address) continue;
		await db.deleteFrom('people.link').where('email', '=', address).execute();
		await db.deleteFrom('people.joining').where('email', '=', address).execute();
		await forgetLetters(ctx, { address });
	}
}

async function unitedInto(ctx: Context, person: PersonId): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('people.merging')
		.select('from_person')
		.where('into_person', '=', person)
		.where('united_at', 'is not', null)
		.where('ended_at', 'is', null)
		.where('settled_at', 'is', null)
		.execute();
	return rows.map(({ from_person }) => from_person);
}

/** What a person's mergings moved is undone no more, and why an officer asked is no matter of anybody. */
async function forgetMergings(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.deleteFrom('people.merging')
		.where('settled_at', 'is', null)
		.where((eb) => eb.or([eb('from_person', '=', person), eb('into_person', '=', person)]))
		.execute();
	await ctx.db
		.updateTable('people.merging')
		.set({ reason: '' })
		.where('reason', 'is not', null)
		.where((eb) => eb.or([eb('from_person', '=', person), eb('into_person', '=', person)]))
		.execute();
}

/** Who is gone works nowhere, and is found by nobody. */
async function endAllPlaces(ctx: Context, person: PersonId): Promise<void> {
	for (const place of await runningAffiliations(ctx, [person])) await insertEnding(ctx, place, person);
}
