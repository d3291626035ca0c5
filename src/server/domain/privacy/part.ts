/** What privacy owes the platform. It is the last part and learns of the others through their manifests only. */
import type { Part } from '#platform/part';

export const privacy: Part = {
	name: 'privacy',
	schemas: [],
	privacy: { columns: {} },
};
