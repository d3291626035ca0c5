/** What texts owe the platform: what they hold is about nobody. */
import type { Part } from '#platform/part';

export const texts: Part = {
	name: 'texts',
	schemas: ['texts'],
	privacy: {
		columns: {
			'texts.version': {
				number: 'none',
				text: 'none',
				locale: 'none',
				body: 'none',
				written_at: 'none',
				written_by: 'none',
			},
		},
	},
};
