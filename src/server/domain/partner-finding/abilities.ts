/** Who may look for partners and post: validated teachers; a post is changed by its author alone. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Teacher } from '#shared/actor';
import type { Post } from './post.ts';

const author = (actor: Teacher, post: Pick<Post, 'author'>) => post.author === actor.person;

export const { table, may, demand } = abilityTable({
	'partners.search': { ...nobody, teacher: true } satisfies Ability,
	/** Read a post one reaches. */
	'partners.open-post': { ...nobody, teacher: true } satisfies Ability,
	'partners.write-post': { ...nobody, teacher: true } satisfies Ability,
	/** Renew or close it. */
	'partners.change-post': { ...nobody, teacher: author } satisfies Ability<Pick<Post, 'author'>>,
});
