/** Who may look after classes: validated teachers of the class's own school, and nobody else. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Teacher } from '#shared/actor';
import type { Class, SchoolId } from './class.ts';

/** The schools at which the acting teacher is validated, beside the school a class is to be made at. */
type AtSchool = { readonly school: SchoolId; readonly mine: ReadonlySet<SchoolId> };

const ofItsSchool = (_actor: Teacher, thing: Class) => thing.ofMySchool && thing.endedAt === undefined;

export const { table, may, demand } = abilityTable({
	'pupils.make-class': {
		...nobody,
		teacher: (_actor: Teacher, at: AtSchool) => at.mine.has(at.school),
	} satisfies Ability<AtSchool>,
	'pupils.see-classes': { ...nobody, teacher: true } satisfies Ability,
	'pupils.see-class': {
		...nobody,
		teacher: (_actor: Teacher, thing: Class) => thing.ofMySchool,
	} satisfies Ability<Class>,
	'pupils.look-after-class': { ...nobody, teacher: ofItsSchool } satisfies Ability<Class>,
	/** What a family takes back ends at once, also when the class or the account has ended before. */
	'pupils.withdraw-consent': {
		...nobody,
		teacher: (_actor: Teacher, thing: Class) => thing.ofMySchool,
	} satisfies Ability<Class>,
	/** A family asks what is kept of its child, or wants it gone. */
	'pupils.answer-family': {
		...nobody,
		teacher: (_actor: Teacher, thing: Class) => thing.ofMySchool,
	} satisfies Ability<Class>,
	'pupils.bring-class-back': {
		...nobody,
		teacher: (_actor: Teacher, thing: Class) => thing.ofMySchool && thing.endedAt !== undefined,
	} satisfies Ability<Class>,
	'pupils.sign-in': {
		...nobody,
		visitor: true,
		pupil: true,
		member: true,
		teacher: true,
		guest: true,
	} satisfies Ability,
	'pupils.sign-out': { ...nobody, pupil: true } satisfies Ability,
	/** The ages that the laws of the countries name, with where they are said. */
	'pupils.keep-consent-ages': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
	/** When the own class ends here. */
	'pupils.see-own-end': { ...nobody, pupil: true } satisfies Ability,
	'pupils.replace-secret': { ...nobody, pupil: true } satisfies Ability,
});
