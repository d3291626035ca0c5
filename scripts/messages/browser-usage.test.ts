import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { usageInBrowser, type ModuleGraph } from './browser-usage.ts';

type Module = { code: string; imports?: string[]; pages?: string[]; isEntry?: boolean };

function graphOf(modules: Readonly<Record<string, Module>>): ModuleGraph {
	return {
		getModuleIds: () => Object.keys(modules)[Symbol.iterator](),
		getModuleInfo(id) {
			const module = modules[id];
			if (!module) return null;
			return {
				code: module.code,
				isEntry: module.isEntry ?? false,
				importedIds: module.imports ?? [],
				dynamicallyImportedIds: module.pages ?? [],
			};
		},
	};
}

test('texts of pages that come alive travel, those of pages only read and of libraries do not', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pages-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const read = join(folder, '+page.svelte');
	writeFileSync(join(folder, '+page.ts'), 'export const csr = false;\n');
	const usage = usageInBrowser(
		graphOf({
			start: { code: '', isEntry: true, pages: ['/alive/+page.svelte', read] },
			'/alive/+page.svelte': {
				code: "t('garden.gate')",
				imports: ['/alive/bed.svelte', '/node_modules/x.js'],
			},
			'/alive/bed.svelte': { code: 't(`garden.refusal.${reason}`)', imports: ['/alive/+page.svelte'] },
			[read]: { code: "t('garden.story')", imports: ['/read/story.svelte'] },
			'/read/story.svelte': { code: "t('garden.author')" },
			'/node_modules/x.js': { code: "t('garden.library')" },
		}),
	);
	expect([...usage.keys]).toEqual(['garden.gate']);
	expect([...usage.prefixes]).toEqual(['garden.refusal.']);
});
