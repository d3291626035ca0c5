/** What schools owe the platform. */
import type { Part } from '#platform/part';
import { hintCase } from './hints/hint-case.ts';
import { schoolCase } from './school-case.ts';
import { findableSchools } from './findable-schools.ts';
import { privacy } from './privacy.ts';

declare module '#platform/part' {
	interface Events {
		/** An officer has confirmed a school that a teacher added: everybody may see it from now on. */
		'school.confirmed': { readonly school: string };
		/** What the pages say of these schools is different now. */
		'school.changed': { readonly schools: readonly string[] };
		/** A register has brought these schools, or has taken them back. */
		'school.listed': { readonly schools: readonly string[] };
	}
}

export const schools: Part = {
	name: 'schools',
	schemas: ['schools'],
	cases: { school: schoolCase, 'school-hint': hintCase },
	findable: [findableSchools],
	privacy,
};
