/** SQL of who can be recognised on pictures and films of spaces. */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { hasConsent } from '#domain/pupils';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { memberCard } from './members.sql.ts';
import { isPresent } from './spaces.sql.ts';
import type { MemberId, SchoolId, SpaceId } from './space.ts';

/**
 * Fragment: somebody is on the file of whom pictures are not allowed here, or to everybody. Asked of the ledger each
 * time, so that what a family takes back is out of sight with the next request. Who is gone allows nothing any more.
 */
export function showsWithoutConsent(
	ctx: Pick<Context, 'now'>,
	file: Expression<string>,
	to: 'members' | 'everybody' = 'members',
): RawBuilder<SqlBool> {
	const allowed = hasConsent(
		ctx,
		sql.ref('shown_member.pupil_id'),
		to === 'members' ? ['picture-inside', 'picture-public'] : ['picture-public'],
	);
	return sql<SqlBool>`exists (select from spaces.recognised as recognised
		join spaces.member as shown_member on shown_member.id = recognised.member_id
		where recognised.file_id = ${file} and not ${allowed})`;
}

/** Those of these files that are not to be seen by all members, or by everybody. */
export async function withoutConsent(
	ctx: Context,
	files: readonly string[],
	to: 'members' | 'everybody',
): Promise<ReadonlySet<string>> {
	if (files.length === 0) return new Set();
	const found = await sql<{ file: string }>`
		select shown.file from unnest(${[...files]}::uuid[]) as shown (file)
		where ${showsWithoutConsent(ctx, sql.ref('shown.file'), to)}`.execute(ctx.db);
	return new Set(found.rows.map(({ file }) => file));
}

export type PupilInSpace = {
	readonly id: MemberId;
	readonly pupil: PupilId;
	readonly alias: string;
	readonly school: SchoolId | null;
};

/** The pupils of a space, with the account behind each: for parts that ask the ledger of consents. */
export async function pupilsInSpace(ctx: Context, space: SpaceId): Promise<PupilInSpace[]> {
	const rows = await memberCard(ctx)
		.select('member.pupil_id')
		.where('member.space_id', '=', space)
		.where(isPresent(ctx.now))
		.where('member.pupil_id', 'is not', null)
		.orderBy('pupil.alias')
		.execute();
	return rows.flatMap((row) =>
		row.pupil_id === null
			? []
			: [
					{
						...{ id: row.member_id, pupil: row.pupil_id, alias: row.member_name ?? '' },
						school: row.school_id,
					},
				],
	);
}

/** What teachers said about these files; a file that is not here nobody has looked over. */
export async function recognisedOn(
	ctx: Context,
	files: readonly string[],
): Promise<ReadonlyMap<string, readonly MemberId[]>> {
	if (files.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('spaces.looked_over as looked')
		.leftJoin('spaces.recognised as recognised', 'recognised.file_id', 'looked.file_id')
		.select(['looked.file_id', 'recognised.member_id'])
		.where('looked.file_id', 'in', [...files])
		.execute();
	const said = new Map<string, MemberId[]>();
	for (const { file_id, member_id } of rows) {
		const members = said.get(file_id) ?? [];
		if (member_id !== null) members.push(member_id);
		said.set(file_id, members);
	}
	return said;
}

/** The files on which a pupil can be recognised. */
export async function filesShowing(ctx: Context, pupil: PupilId): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('spaces.recognised as recognised')
		.innerJoin('spaces.member as member', 'member.id', 'recognised.member_id')
		.select('recognised.file_id')
		.where('member.pupil_id', '=', pupil)
		.execute();
	return rows.map(({ file_id }) => file_id);
}

/**
 * Those who were said to be on these files by a teacher of their own school: whoever knows them stands behind it. Nobody
 * else takes that back, and with it a teacher of another school may show them to everybody.
 */
export async function vouchedFor(ctx: Context, files: readonly string[]): Promise<ReadonlySet<MemberId>> {
	if (files.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('spaces.recognised as recognised')
		.innerJoin('spaces.member as member', 'member.id', 'recognised.member_id')
		.innerJoin('spaces.member as teacher', 'teacher.id', 'recognised.tagged_by')
		.select('recognised.member_id')
		.whereRef('teacher.school_id', '=', 'member.school_id')
		.where('recognised.file_id', 'in', [...files])
		.execute();
	return new Set(rows.map(({ member_id }) => member_id));
}

export type Recognised = {
	readonly file: string;
	readonly members: readonly MemberId[];
	/** Those of them for whom whoever says it now stands. */
	readonly own: readonly MemberId[];
	readonly by: MemberId;
};

/** What was said before is replaced; who said it first stays with those who are not the own pupils. */
export async function replaceRecognised(ctx: Context, { file, members, own, by }: Recognised): Promise<void> {
	const looked = { looked_by: by, looked_at: ctx.now };
	await ctx.db
		.insertInto('spaces.looked_over')
		.values({ file_id: file, ...looked })
		.onConflict((conflict) => conflict.column('file_id').doUpdateSet(looked))
		.execute();
	const stays = members.filter((member) => !own.includes(member));
	await ctx.db
		.deleteFrom('spaces.recognised')
		.where('file_id', '=', file)
		.$if(stays.length > 0, (query) => query.where('member_id', 'not in', stays))
		.execute();
	if (members.length === 0) return;
	await ctx.db
		.insertInto('spaces.recognised')
		.values(members.map((member_id) => ({ file_id: file, member_id, tagged_by: by, tagged_at: ctx.now })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
