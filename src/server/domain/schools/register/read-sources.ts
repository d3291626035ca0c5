/** Which registers list a school, to be named beside what they say. */
import type { Context } from '#platform/context';
import { profileNamed } from './profile-of.ts';
import { listingsOf } from './sources.sql.ts';

export type SchoolSource = {
	/** Under which number the register knows the school. */
	readonly code: string;
	/** The list, as those who know it call it; undefined for a number nobody listed lately. */
	readonly title: string | undefined;
	readonly publisher: string | undefined;
	readonly licence: string | undefined;
	/** When its newest edition was taken over. */
	readonly takenOverAt: Date | undefined;
};

/** The registers that list a school. For schools the caller has reached: open-to-all. */
export async function sourcesOf(ctx: Context, school: { readonly id: string }): Promise<SchoolSource[]> {
	const rows = await listingsOf(ctx, school.id);
	return rows.map(({ code, branch, profile_name: name, taken_over_at: takenOverAt }) => {
		const profile = profileNamed(name ?? '');
		return {
			code: branch === '' ? code : `${code} / ${branch}`,
			title: profile?.title ?? name ?? undefined,
			publisher: profile?.source?.publisher,
			licence: profile?.source?.licence,
			takenOverAt: takenOverAt ?? undefined,
		};
	});
}
