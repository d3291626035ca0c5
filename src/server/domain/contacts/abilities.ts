/** Who may do what with contacts: validated teachers, each for themself. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Teacher } from '#shared/actor';
import type { ContactRequest } from './contact.ts';

const receiver = (actor: Teacher, request: ContactRequest) => request.to === actor.person && !request.answer;

export const { table, may, demand } = abilityTable({
	'contacts.see-own': { ...nobody, teacher: true } satisfies Ability,
	'contacts.ask': { ...nobody, teacher: true } satisfies Ability,
	'contacts.answer': { ...nobody, teacher: receiver } satisfies Ability<ContactRequest>,
	/** Conversations, each one's own side of them. */
	'contacts.write': { ...nobody, teacher: true } satisfies Ability,
	'contacts.block': { ...nobody, teacher: true } satisfies Ability,
});
