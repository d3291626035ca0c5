/** Who may look for partners and post: validated teachers; a post is changed by its author alone. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Teacher } from '#shared/actor';
import type { Post } from './post.ts';

const author = (actor: Teacher, post: Pick<Post, 'author'>) => post.author === actor.person;

const writes = (_: Teacher, plan: { readonly writesPlan: boolean }) => plan.writesPlan;

export const { table, may, demand } = abilityTable({
	'partners.search': { ...nobody, teacher: true } satisfies Ability,
	/** Read a post one reaches. */
	'partners.open-post': { ...nobody, teacher: true } satisfies Ability,
	'partners.write-post': { ...nobody, teacher: true } satisfies Ability,
	/** Describe the own classes to partners. */
	'partners.describe-class': { ...nobody, teacher: true } satisfies Ability,
	'partners.save-search': { ...nobody, teacher: true } satisfies Ability,
	/** To the plan one is writing. */
	'partners.invite-by-link': { ...nobody, teacher: writes } satisfies Ability<{
		readonly writesPlan: boolean;
	}>,
	/** Also before anybody has confirmed that one is a teacher; the founder's yes waits for that. */
	'partners.answer-link': { ...nobody, member: true, teacher: true } satisfies Ability,
	/** Renew or close it. */
	'partners.change-post': { ...nobody, teacher: author } satisfies Ability<Pick<Post, 'author'>>,
});
