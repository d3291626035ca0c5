/** Which messages the built browser code can ask for: those named in modules of pages that come alive. */
import { readFileSync } from 'node:fs';
import { emptyUsage, noteUsage, type Usage } from './usage.ts';

/** What we need to know of the build. */
export type ModuleGraph = {
	getModuleIds(): IterableIterator<string>;
	getModuleInfo(id: string): {
		readonly code: string | null;
		readonly isEntry: boolean;
		readonly importedIds: readonly string[];
		readonly dynamicallyImportedIds: readonly string[];
	} | null;
};

const page = /\/\+page\.svelte$/;

/** Walks from the entries of the build, leaving out pages that are only read, and notes all named messages. */
export function usageInBrowser(graph: ModuleGraph): Usage {
	const usage = emptyUsage();
	const seen = new Set<string>();
	const waiting = [...graph.getModuleIds()].filter((id) => graph.getModuleInfo(id)?.isEntry);
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (seen.has(id) || isOnlyRead(id)) continue;
		seen.add(id);
		const module = graph.getModuleInfo(id);
		if (!module) continue;
		if (module.code && !id.includes('/node_modules/')) noteUsage(usage, module.code);
		waiting.push(...module.importedIds, ...module.dynamicallyImportedIds);
	}
	return usage;
}

/** Whether a page ships no script: then its texts need not travel. */
function isOnlyRead(id: string): boolean {
	if (!page.test(id)) return false;
	return ['+page.ts', '+page.server.ts'].some((name) =>
		/export const csr = false/.test(textOf(id.replace(/\+page\.svelte$/, name))),
	);
}

function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
