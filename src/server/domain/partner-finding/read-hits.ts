/** From what was found to what is shown. */
import { projectCards, type ProjectCard } from '#domain/projects';
import type { Context } from '#platform/context';
import { searchable } from '#shared/folding';
import type { Group } from './groups.ts';
import { hitRows, type HitRow } from './hits.sql.ts';
import type { PartnerHit } from './partner-search.ts';
import type { PostKind } from './post.ts';

/** The things behind these ids in their order, as far as the reader may see them. */
export async function hitsFor(ctx: Context, ids: readonly string[]): Promise<PartnerHit[]> {
	if (ids.length === 0) return [];
	const rows = new Map((await hitRows(ctx, { ids })).map((row) => [row.id, row]));
	const projects = await projectCards(
		ctx,
		ids.filter((id) => rows.get(id)?.kind === 'project'),
	);
	return ids.flatMap((id) => {
		const row = rows.get(id);
		const hit = row && hitOf(row, projects.get(id));
		return hit ? [hit] : [];
	});
}

function hitOf(row: HitRow, project: ProjectCard | undefined): PartnerHit | undefined {
	const { kind, id } = row;
	const values = (group: Group) =>
		row.tags.filter((tag) => tag.startsWith(`${group}:`)).map((tag) => tag.slice(group.length + 1));
	const labelled = values('label').length > 0;
	if (kind === 'project') return project && { kind, id, card: project, labelled };
	if (kind === 'school')
		return row.school ? { kind, id, card: row.school, levels: values('level'), labelled } : undefined;
	if (!row.person) return undefined;
	const written = {
		id,
		words: row.words,
		locale: row.locale,
		languages: values('language'),
		subjects: values('subject'),
		agesFrom: row.agesFrom,
		agesTo: row.agesTo,
		available: values('available').length > 0,
		founding: values('founding').length > 0,
		card: row.person,
	};
	if (kind === 'person') return { kind, ...written, labelled };
	return { kind, ...written, purpose: values('purpose')[0] as PostKind, title: row.title ?? '' };
}

/** How one of these hits spells a folded word. */
export function spellingIn(hits: readonly PartnerHit[], word: string): string | undefined {
	for (const hit of hits) {
		const found = textsOf(hit)
			.flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}]+/u))
			.find((each) => searchable(each) === word);
		if (found) return found;
	}
	return undefined;
}

function textsOf(hit: PartnerHit): string[] {
	if (hit.kind === 'school') return [hit.card.name, hit.card.town];
	if (hit.kind === 'project')
		return [hit.card.title, hit.card.summary, ...hit.card.schools.flatMap(({ name, town }) => [name, town])];
	const { name, school } = hit.card;
	const title = hit.kind === 'post' ? hit.title : '';
	return [title, name, school?.name ?? '', school?.town ?? '', hit.words];
}
