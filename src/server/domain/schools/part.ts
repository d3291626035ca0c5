/** What schools owe the platform. */
import type { Part } from '#platform/part';
import { importCommand } from './import/import-command.ts';
import { privacy } from './privacy.ts';

declare module '#platform/part' {
	interface Events {
		/** What the pages say of these schools is different now. */
		'school.changed': { readonly schools: readonly string[] };
	}
}

export const schools: Part = {
	name: 'schools',
	schemas: ['schools'],
	commands: { import: importCommand },
	privacy,
};
