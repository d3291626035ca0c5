// Tests run on the sources as they are: real PostgreSQL, no SvelteKit, no built files.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// tsconfig.json extends a file that SvelteKit writes into node_modules and every npm install removes.
if (!existsSync('node_modules/$app/tsconfig.json')) {
	execFileSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
}

export default defineConfig({
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
		globalSetup: './tests/world/global-set-up.ts',
		setupFiles: './tests/world/compose.ts',
		env: {
			TZ: 'UTC',
			OPENTWINNING_LOG: 'silent',
			OPENTWINNING_SECRET_FILE: 'node_modules/.cache/opentwinning/test-secret',
		},
		// on two cores the default would leave one of them idle
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 60_000,
	},
});
