// Journeys: end to end in a real browser, one file per promise to users, two at a time.
import { defineConfig } from 'vitest/config';

/** How long a step of a journey may take, wherever it is walked. */
export const journeys = { testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
	test: {
		include: ['tests/journeys/*.journey.ts'],
		globalSetup: './tests/world/global-set-up.ts',
		setupFiles: './tests/world/compose.ts',
		env: {
			TZ: 'UTC',
			OPENTWINNING_LOG: 'silent',
			// what a test seals for somebody, the platform must be able to open
			OPENTWINNING_SECRET_FILE: 'node_modules/.cache/opentwinning/test-secret',
		},
		maxWorkers: 2,
		bail: 1,
		...journeys,
	},
});
