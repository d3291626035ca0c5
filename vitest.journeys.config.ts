// Journeys: end to end in a real browser, one file per promise to users, one after another.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/journeys/*.journey.ts'],
		globalSetup: './tests/world/global-set-up.ts',
		setupFiles: './tests/world/compose.ts',
		env: {
			TZ: 'UTC',
			OPENTWINNING_LOG: 'silent',
			OPENTWINNING_DATA: 'node_modules/.cache/opentwinning/data',
		},
		fileParallelism: false,
		testTimeout: 180_000,
		hookTimeout: 180_000,
		bail: 1,
	},
});
