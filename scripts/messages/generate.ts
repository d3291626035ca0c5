/** Writes the typed module of each part, `src/messages/<part>.ts`, from its English messages. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageParts, readCatalogue, type Catalogue } from '#platform/catalogues';
import { parseMessage } from '#platform/message-parser';
import { argumentsOf, type ArgumentKind } from './arguments.ts';

const typeOf: Readonly<Record<ArgumentKind, string>> = {
	number: 'number',
	'text or number': 'string | number',
	choice: 'string',
};

/** The source of one part's module. */
export function moduleSource(part: string, english: Catalogue): string {
	const lines = Object.entries(english)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, text]) => `\t'${key}': ${argumentType(text)};`);
	return [
		`/** Messages of \`${part}\`; made by scripts/messages.ts from messages/en/${part}.json. */`,
		`import { messagesOf } from '#platform/messages';`,
		...(lines.some((line) => line.endsWith('NoValues;'))
			? [`import type { NoValues } from '#shared/message-types';`]
			: []),
		'',
		'type Arguments = {',
		...lines,
		'};',
		'',
		`/** The texts of \`${part}\` in the reader’s language. */`,
		`export const t = messagesOf<Arguments>('${part}');`,
		'',
	].join('\n');
}

function argumentType(text: string): string {
	const found = [...argumentsOf(parseMessage(text))];
	if (found.length === 0) return 'NoValues';
	return `{ ${found.map(([name, kind]) => `${name}: ${typeOf[kind]}`).join('; ')} }`;
}

/** Writes all modules that are not current and removes those whose part is gone; returns what changed. */
export function generate(root: string): string[] {
	const stale = staleModules(root);
	mkdirSync(join(root, 'src/messages'), { recursive: true });
	for (const { file, source } of stale) {
		const path = join(root, file);
		if (source === undefined) rmSync(path);
		else writeFileSync(path, source);
	}
	return stale.map(({ file }) => file);
}

/** The modules that differ from what the English messages ask for; without source: to be removed. */
export function staleModules(root: string): { file: string; source: string | undefined }[] {
	const parts = messageParts(root);
	const wanted = parts.map((part) => ({
		file: `src/messages/${part}.ts`,
		source: moduleSource(part, readCatalogue('en', part, root)),
	}));
	const left = existingModules(root)
		.filter((part) => !parts.includes(part))
		.map((part) => ({ file: `src/messages/${part}.ts`, source: undefined }));
	return [...wanted.filter(({ file, source }) => textOf(join(root, file)) !== source), ...left];
}

function existingModules(root: string): string[] {
	try {
		return readdirSync(join(root, 'src/messages'))
			.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
			.map((name) => name.slice(0, -'.ts'.length));
	} catch {
		return [];
	}
}

function textOf(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}
