/** What places owe the platform. */
import type { Part } from '#platform/part';

export const places: Part = {
	name: 'places',
	schemas: ['places'],
	privacy: {
		columns: {
			'places.country': {
				code: 'none',
				country_group: 'none',
				note: 'none',
				time_zone: 'none',
				official_languages: 'none',
				joined_on: 'none',
				suspended_on: 'none',
				left_on: 'none',
			},
		},
	},
};
