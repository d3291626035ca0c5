// Tests run on the sources as they are: real PostgreSQL, no SvelteKit, no built files. Journeys go through the built
// platform: those that stand for the rest are walked beside the tests, so that all of it ends within ten minutes.
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { journeys } from './vitest.journeys.config.ts';

// tsconfig.json extends a file that SvelteKit writes into node_modules and every npm install removes.
if (!existsSync('node_modules/$app/tsconfig.json')) {
	execFileSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
}

const files = globSync(['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts']);
// settings are read once in a process, so a file that changes them needs one of its own
const changesSettings = /^process\.env\[|visiting-pupils\.ts/m;
const alone = files.filter((file) => changesSettings.test(readFileSync(file, 'utf8')));

/** The main job, and how a teacher joins. */
const journeysWithEveryTest = [
	'tests/journeys/main-job.journey.ts',
	'tests/journeys/registration.journey.ts',
];

/** What takes longest begins first, so that nothing is waited for at the end: journeys, then whole platforms. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const known = await super.sort(files);
		return known.sort((one, other) => rank(one) - rank(other));
	}
}

function rank({ project, moduleId }: TestSpecification): number {
	const byProject = ['journeys', 'alone', 'together'].indexOf(project.name);
	return 2 * byProject + (moduleId.includes('/tests/') ? 0 : 1);
}

export default defineConfig({
	test: {
		globalSetup: './tests/world/global-set-up.ts',
		// on two cores the default would leave one of them idle, and two leave both idle while a test waits
		maxWorkers: 3,
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				extends: true,
				test: {
					name: 'together',
					include: files.filter((file) => !alone.includes(file)),
					// the platform is loaded once by each worker and not by each file
					isolate: false,
				},
			},
			{ extends: true, test: { name: 'alone', include: alone } },
			{ extends: true, test: { name: 'journeys', include: journeysWithEveryTest, ...journeys } },
		],
		setupFiles: './tests/world/compose.ts',
		env: {
			TZ: 'UTC',
			OPENTWINNING_LOG: 'silent',
			OPENTWINNING_SECRET_FILE: 'node_modules/.cache/opentwinning/test-secret',
		},
		testTimeout: 20_000,
		hookTimeout: 60_000,
	},
});
