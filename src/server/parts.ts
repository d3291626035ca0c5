/** The list of all parts, in the order in which they may know each other: the only file that knows them all. */
import { platform } from '#platform/own-part';
import type { Part } from '#platform/part';
import { places } from './domain/places/part.ts';
import { support } from './domain/support/part.ts';
import { texts } from './domain/texts/part.ts';
import { schools } from './domain/schools/part.ts';
import { register } from './domain/schools/register/part.ts';
import { people } from './domain/people/part.ts';
import { teacherEducation } from './domain/teacher-education/part.ts';
import { pupils } from './domain/pupils/part.ts';
import { notices } from './domain/notices/part.ts';
import { safety } from './domain/safety/part.ts';
import { contacts } from './domain/contacts/part.ts';
import { spaces } from './domain/spaces/part.ts';
import { pages } from './domain/spaces/pages/part.ts';
import { forum } from './domain/spaces/forum/part.ts';
import { materials } from './domain/spaces/materials/part.ts';
import { updates } from './domain/spaces/updates/part.ts';
import { projects } from './domain/projects/part.ts';
import { twinspaces } from './domain/twinspaces/part.ts';
import { kits } from './domain/twinspaces/kits/part.ts';
import { copies } from './domain/twinspaces/copies/part.ts';
import { recognition } from './domain/recognition/part.ts';
import { partnerFinding } from './domain/partner-finding/part.ts';
import { privacy } from './domain/privacy/part.ts';

// prettier-ignore -- one part a line, so that two new parts never meet in one line
export const allParts: readonly Part[] = [
	platform,
	places,
	support,
	texts,
	schools,
	register,
	people,
	teacherEducation,
	pupils,
	notices,
	safety,
	contacts,
	spaces,
	pages,
	updates,
	materials,
	forum,
	projects,
	twinspaces,
	copies,
	kits,
	recognition,
	partnerFinding,
	privacy,
];
