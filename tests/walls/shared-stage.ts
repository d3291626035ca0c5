// The stage, set once for all files of a run: each gets a copy of its database, of its files and of its browsers.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, inject } from 'vitest';
import { databaseAt } from '../world/database.ts';
import { launchPlatform } from '../world/processes.ts';
import { runningPlatform, type RunningPlatform } from '../world/running-platform.ts';
import { sharedTemplate, type TestDatabases } from '../world/test-server.ts';
import { aVisitor, type Visiting } from '../world/visiting.ts';
import { harvest, type FoundForm } from './forms/harvest.ts';
import { pagesOnTheWay } from './forms/on-the-way.ts';
import { setStage, type Stage } from './stage.ts';

/** The stage, with every form that was found on it. */
export type SharedStage = Stage & {
	/** Those that the cast finds on its pages, the first of each call. */
	readonly forms: readonly FoundForm[];
	/** The same, but first those that show only to somebody on the way. */
	readonly formsOnTheWay: readonly FoundForm[];
};

export type StagedPlatform = RunningPlatform & { readonly stage: SharedStage };

/** The platform of one file of tests, over its own copy of the stage. Call it once, at the top of the file. */
export function stagedPlatform(): StagedPlatform {
	const databases = inject('testDatabases');
	const platform = runningPlatform({ files: filesOf(databases) }, templateOf);
	let stage: SharedStage | undefined;
	beforeAll(() => {
		stage = fromText(readFileSync(textOf(databases), 'utf8'), platform);
	});
	return Object.defineProperty(platform, 'stage', {
		get: () => {
			if (!stage) throw new Error('The stage is there inside tests and hooks only.');
			return stage;
		},
	}) as StagedPlatform;
}

const filesOf = ({ shared }: TestDatabases) => join(shared, 'stage');
const textOf = ({ shared }: TestDatabases) => join(shared, 'stage.json');

function templateOf(databases: TestDatabases): Promise<TestDatabases> {
	return sharedTemplate(databases, 'stage', async (connection) => {
		const database = databaseAt(connection);
		const running = await launchPlatform(connection);
		try {
			const { url, port, dataFolder, kill, start } = running;
			const stage = await setWithForms({ ...database, url, port, dataFolder, kill, start });
			cpSync(dataFolder, filesOf(databases), { recursive: true });
			writeFileSync(textOf(databases), toText(stage));
		} finally {
			await running.stop();
			await database.close();
		}
	});
}

async function setWithForms(platform: RunningPlatform): Promise<SharedStage> {
	const stage = await setStage(platform);
	const forms = await harvest(stage);
	const onTheWay = await harvest(stage, await pagesOnTheWay(platform, stage), []);
	const formsOnTheWay = [...new Map([...forms, ...onTheWay]).values()];
	return { ...stage, forms: [...forms.values()], formsOnTheWay };
}

/** Of a browser, its cookies are kept; one that stands in two places is one again. */
type KeptBrowser = { readonly browser: number; readonly cookies: string };

function toText(stage: SharedStage): string {
	const browsers: Visiting[] = [];
	const keep = (visiting: Visiting): KeptBrowser => {
		if (!browsers.includes(visiting)) browsers.push(visiting);
		return { browser: browsers.indexOf(visiting), cookies: visiting.cookie() };
	};
	return JSON.stringify(stage, (_, value: unknown) => (isBrowser(value) ? keep(value) : value));
}

function fromText(text: string, platform: RunningPlatform): SharedStage {
	const browsers: Visiting[] = [];
	const open = ({ browser, cookies }: KeptBrowser) => (browsers[browser] ??= aVisitor(platform, {}, cookies));
	return JSON.parse(text, (_, value: unknown) => (isKept(value) ? open(value) : value)) as SharedStage;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isBrowser = (value: unknown): value is Visiting => isObject(value) && 'cookie' in value;
const isKept = (value: unknown): value is KeptBrowser => isObject(value) && 'cookies' in value;
