/** The command line of an installation: `npm run cli -- <part> <verb> …`. The parts' manifests say what there is. */
import { now } from '#platform/clock';
import { databaseOf, readConfig } from '#platform/config';
import type { Context } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { CommandError, compose, type Command } from '#platform/part';
import { system, type System } from '#shared/actor';
import { allParts } from '../parts.ts';

process.exitCode = await main(process.argv.slice(2));

async function main([part, verb, ...args]: string[]): Promise<number> {
	const command = commands().get(`${part} ${verb}`);
	if (!command) {
		for (const line of overview()) console.error(line);
		return part === undefined || part === 'help' ? 0 : 2;
	}
	try {
		await withContext((ctx) => command.run(ctx, args, (line) => console.log(line)));
		return 0;
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		console.error(error.message);
		return 2;
	}
}

async function withContext(work: (ctx: Context<System>) => Promise<void>): Promise<void> {
	const config = readConfig();
	const log = createLogger('cli');
	compose(allParts);
	const db = createDatabase({ connection: databaseOf(config), log, connections: 2 });
	try {
		await work({ db, actor: system, now: now(), locale: 'en', log });
	} finally {
		await db.destroy();
	}
}

function overview(): string[] {
	const lines = [...commands()].flatMap(([words, command]) => [
		`  npm run cli -- ${words} ${command.usage}`,
		`      ${command.summary}`,
	]);
	return ['Commands:', ...lines];
}

/** By the two words that call them: part and verb, or both words as the part wrote them. */
function commands(): Map<string, Command> {
	return new Map(
		allParts.flatMap((part) =>
			Object.entries(part.commands ?? {}).map(([verb, command]: [string, Command]) => [
				verb.includes(' ') ? verb : `${part.name} ${verb}`,
				command,
			]),
		),
	);
}
