// Starts the server of test databases before the first test file and stops it after the last.
import type { TestProject } from 'vitest/node';
import { startTestServer, type TestDatabases } from './test-server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		testDatabases: TestDatabases;
	}
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const { server, template, shared, stop } = await startTestServer();
	project.provide('testDatabases', { server, template, shared });
	return stop;
}
