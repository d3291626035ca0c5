/** What is personal in accounts and profiles, how long it is kept, and a person's rights over it. */
import type { Context } from '#platform/context';
import type { ColumnClass, PrivacyManifest } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { evidenceRows, giveVouchesBack, moveVouches } from './affiliations/evidence/privacy.sql.ts';
import { partPlaces, unitePlaces, type UnitedPlaces } from './merging/unite-places.ts';
import { profileOf } from './profiles/profiles.sql.ts';
import { erasePerson, personRows } from './privacy.sql.ts';
import { carrySuspension, giveSuspensionBack, type CarriedSuspension } from './sign-in/suspension.sql.ts';

type Journal = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly places: UnitedPlaces;
	/** Places about which the one spoke and the other did not. */
	readonly vouches: readonly string[];
	readonly suspension: CarriedSuspension | undefined;
};

const account: ColumnClass = { class: 'personal', kept: 'account' };
const ofPerson: ColumnClass = { class: 'personal', kept: 'account', person: true };
const joining: ColumnClass = { class: 'personal', kept: 'joining' };
const session: ColumnClass = { class: 'personal', kept: 'session' };
const neverFilled: ColumnClass = 'none';

export const privacy: PrivacyManifest = {
	columns: {
		'people.login': {
			id: 'none',
			name: account,
			email: account,
			email_verified: 'none',
			image: neverFilled,
			created_at: 'none',
			updated_at: 'none',
		},
		'people.session': {
			id: session,
			login_id: session,
			token: session,
			expires_at: session,
			ip_address: neverFilled,
			user_agent: neverFilled,
			created_at: session,
			updated_at: session,
			device_id: session,
			proved_at: session,
			proved_by: session,
		},
		'people.device': {
			id: 'none',
			login_id: account,
			token_hash: account,
			browser: account,
			system: account,
			country: account,
			first_used_at: account,
			last_used_at: account,
		},
		'people.address': { email: account, login_id: 'none', confirmed_at: account },
		'people.credential': {
			id: 'none',
			login_id: account,
			account_id: account,
			provider_id: 'none',
			password: account,
			access_token: neverFilled,
			refresh_token: neverFilled,
			id_token: neverFilled,
			access_token_expires_at: 'none',
			refresh_token_expires_at: 'none',
			scope: 'none',
			created_at: 'none',
			updated_at: 'none',
		},
		'people.authenticator': {
			login_id: 'none',
			secret: account,
			begun_at: account,
			confirmed_at: account,
			last_step: 'none',
		},
		'people.recovery_code': {
			login_id: 'none',
			code_hash: account,
			made_at: account,
			used_at: account,
		},
		'people.passkey': {
			id: account,
			login_id: 'none',
			name: account,
			public_key: account,
			sign_count: 'none',
			transports: account,
			made_at: account,
			last_used_at: account,
		},
		'people.merging': {
			id: 'none',
			from_person: ofPerson,
			into_person: ofPerson,
			asked_at: account,
			asked_by: ofPerson,
			office_id: 'none',
			reason: account,
			due_at: 'none',
			united_at: account,
			ended_at: account,
			ended_by: ofPerson,
			settled_at: account,
			undo_hash: 'none',
		},
		'people.merging_journal': { merging_id: 'none', place: 'none', part: 'none', journal: account },
		'people.spent_challenge': { challenge_hash: 'none', spent_at: 'none' },
		'people.verification': {
			id: 'none',
			identifier: neverFilled,
			value: neverFilled,
			expires_at: 'none',
			created_at: 'none',
			updated_at: 'none',
		},
		'people.joining': {
			id: 'none',
			name: joining,
			email: joining,
			password: joining,
			locale: joining,
			country: joining,
			school_id: joining,
			school_name: joining,
			school_town: joining,
			role: joining,
			leads_to: joining,
			asked_at: joining,
			confirmed_at: joining,
		},
		'people.link': {
			id: 'none',
			token_hash: 'none',
			purpose: joining,
			email: joining,
			joining_id: 'none',
			login_id: 'none',
			made_at: joining,
			expires_at: joining,
			used_at: joining,
		},
		'people.person': {
			id: ofPerson,
			login_id: account,
			name: account,
			email: account,
			locale: account,
			country: account,
			made_at: account,
			last_active_at: account,
			suspended_until: account,
		},
		'people.session_capacity': {
			session_id: session,
			office_id: session,
			entered_at: session,
			last_seen_at: session,
		},
		'people.profile': {
			person_id: ofPerson,
			about: account,
			about_locale: account,
			subjects: account,
			ages_from: account,
			ages_to: account,
			available: account,
			wants_to_found: account,
			wishes: account,
			hidden: account,
			photo_file_id: account,
			changed_at: 'none',
		},
		'people.spoken_language': { person_id: ofPerson, language: account, level: account },
		'people.affiliation': {
			id: 'none',
			person_id: ofPerson,
			school_id: account,
			role: account,
			stated_at: account,
			is_default: account,
		},
		'people.affiliation_validation': { affiliation_id: 'none', case_id: 'none', validated_at: account },
		'people.evidence_rule': {
			organisation_id: 'none',
			since: 'none',
			head: 'none',
			colleagues: 'none',
			colleagues_needed: 'none',
			colleague_after_days: 'none',
			link_days: 'none',
			remind_after_days: 'none',
			number: 'none',
			set_at: 'none',
			set_by: 'none',
		},
		// the address of a school, read where everyone can
		'people.school_mailbox': {
			id: 'none',
			school_id: 'none',
			address: 'none',
			locale: 'none',
			source: 'none',
			source_page: 'none',
			entered_by: 'none',
			entered_at: 'none',
			replaced_at: 'none',
		},
		'people.mailbox_hint': { affiliation_id: 'none', address: account, page: account, given_at: account },
		'people.head_letter': {
			id: 'none',
			affiliation_id: 'none',
			mailbox_id: 'none',
			token_hash: 'none',
			written_at: account,
			remind_at: 'none',
			reminded_at: account,
			expires_at: 'none',
			closed_at: 'none',
			answer: account,
			answered_at: account,
		},
		'people.vouch': {
			affiliation_id: 'none',
			person_id: ofPerson,
			says: account,
			browser_hash: account,
			made_at: account,
		},
		'people.affiliation_ending': {
			affiliation_id: 'none',
			reason: account,
			ended_at: account,
			ended_by: ofPerson,
		},
	},
	forgets: { 'forget-the-past': ['joining', 'session'] },
	exportFor: async (ctx: Context, person: PersonId) => ({
		...(await personRows(ctx, person)),
		evidence: await evidenceRows(ctx, person),
		profile: await profileOf(ctx, person),
	}),
	erase: erasePerson,
	unite: async (ctx: Context, from: PersonId, into: PersonId): Promise<Journal> => ({
		from,
		into,
		vouches: await moveVouches(ctx, from, into),
		places: await unitePlaces(ctx, from, into),
		suspension: await carrySuspension(ctx, from, into),
	}),
	separate: async (ctx: Context, journal: Journal) => {
		await partPlaces(ctx, journal.places, journal);
		await giveVouchesBack(ctx, journal.vouches, journal);
		if (journal.suspension) await giveSuspensionBack(ctx, journal.into, journal.suspension);
	},
};
