/** Who may report, decide and appeal. Which thing exists for whom, its own part says. */
import { abilityTable, everybody, nobody, type Ability } from '#platform/abilities';
import type { Officer, OrganisationId, PersonId } from '#shared/actor';

/** A matter at a desk: whose it is, whether the central desk has it too, and who decided it before. */
export type AtDesk = {
	readonly organisation: OrganisationId;
	readonly centralToo: boolean;
	/** Whoever decided first does not decide again; nobody decides what is about them. */
	readonly notBy: readonly PersonId[];
};

const moderates = (actor: Officer) => actor.officeKind === 'moderator' || actor.officeKind === 'central';

function has(actor: Officer, matter: AtDesk): boolean {
	if (!moderates(actor)) return false;
	return actor.organisation === matter.organisation || (actor.officeKind === 'central' && matter.centralToo);
}

export const { table, may, demand } = abilityTable({
	/** Everybody reports what they see, with an account or without. */
	'safety.report': { ...everybody, bearer: false, operator: false, system: false } satisfies Ability,
	/** With the number of a report one sees what became of it, and may ask for another look. */
	'safety.look-up': { ...everybody, bearer: false, operator: false, system: false } satisfies Ability,
	/** Decides in a room: its teachers, as the room says; about what adults wrote, those who lead it. */
	'safety.settle-in-room': {
		...nobody,
		teacher: (_actor, thing) => thing.isTeacher && !thing.isOwn && (thing.byPupil || thing.leads),
	} satisfies Ability<{
		readonly isTeacher: boolean;
		readonly leads: boolean;
		readonly byPupil: boolean;
		readonly isOwn: boolean;
	}>,
	'safety.see-room': {
		...nobody,
		teacher: (_actor, thing) => thing.isTeacher,
	} satisfies Ability<{ readonly isTeacher: boolean }>,
	'safety.see-desk': { ...nobody, officer: moderates } satisfies Ability,
	'safety.see-at-desk': { ...nobody, officer: has } satisfies Ability<AtDesk>,
	'safety.settle-at-desk': {
		...nobody,
		officer: (actor, matter) => has(actor, matter) && !matter.notBy.includes(actor.person),
	} satisfies Ability<AtDesk>,
	/** What was decided about one's own words, and the way to another look. */
	'safety.see-own': { ...nobody, member: true, teacher: true, guest: true, pupil: true } satisfies Ability,
});
