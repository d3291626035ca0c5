/** SQL of a person's rights over evidence: what was said about them, and what they said about others. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** What was asked and answered about me, and for whom I spoke; not who spoke for me: that is theirs. */
export async function evidenceRows(ctx: Context, person: PersonId) {
	const aboutMe = await ctx.db
		.selectFrom('people.head_letter as letter')
		.innerJoin('people.affiliation as affiliation', 'affiliation.id', 'letter.affiliation_id')
		.select([
			'affiliation.school_id',
			'letter.written_at',
			'letter.reminded_at',
			'letter.answer',
			'letter.answered_at',
		])
		.where('affiliation.person_id', '=', person)
		.orderBy('letter.written_at')
		.execute();
	const hints = await ctx.db
		.selectFrom('people.mailbox_hint as hint')
		.innerJoin('people.affiliation as affiliation', 'affiliation.id', 'hint.affiliation_id')
		.select(['affiliation.school_id', 'hint.address', 'hint.page', 'hint.given_at'])
		.where('affiliation.person_id', '=', person)
		.execute();
	const said = await ctx.db
		.selectFrom('people.vouch as vouch')
		.innerJoin('people.affiliation as affiliation', 'affiliation.id', 'vouch.affiliation_id')
		.select(['affiliation.school_id', 'vouch.says', 'vouch.made_at'])
		.where('vouch.person_id', '=', person)
		.orderBy('vouch.made_at')
		.execute();
	return { letters: aboutMe, hints, said };
}

export async function eraseEvidence(ctx: Context, person: PersonId): Promise<void> {
	const ofPerson = ctx.db.selectFrom('people.affiliation').select('id').where('person_id', '=', person);
	await ctx.db.deleteFrom('people.head_letter').where('affiliation_id', 'in', ofPerson).execute();
	await ctx.db.deleteFrom('people.mailbox_hint').where('affiliation_id', 'in', ofPerson).execute();
	await ctx.db
		.deleteFrom('people.vouch')
		.where((eb) => eb.or([eb('person_id', '=', person), eb('affiliation_id', 'in', ofPerson)]))
		.execute();
}

/** Gives the words of one person to another, but for places the other is or has spoken about. */
export async function moveVouches(ctx: Context, from: PersonId, into: PersonId): Promise<string[]> {
	const moved = await ctx.db
		.updateTable('people.vouch')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.where('affiliation_id', 'not in', (eb) =>
			eb.selectFrom('people.vouch').select('affiliation_id').where('person_id', '=', into),
		)
		.where('affiliation_id', 'not in', (eb) =>
			eb.selectFrom('people.affiliation').select('id').where('person_id', 'in', [from, into]),
		)
		.returning('affiliation_id')
		.execute();
	return moved.map((row) => row.affiliation_id);
}

export async function giveVouchesBack(
	ctx: Context,
	affiliations: readonly string[],
	{ from, into }: { readonly from: PersonId; readonly into: PersonId },
): Promise<void> {
	if (affiliations.length === 0) return;
	await ctx.db
		.updateTable('people.vouch')
		.set({ person_id: from })
		.where('person_id', '=', into)
		.where('affiliation_id', 'in', [...affiliations])
		.execute();
}
