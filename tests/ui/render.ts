/** Renders components of the design system to whole pages without a server, so that tests and eyes can look at each alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type ViteDevServer } from 'vite';
import { direction, type Locale } from '#shared/locales';

const root = join(import.meta.dirname, '../..');

/** What SvelteKit gives forms in a browser; a page rendered here never comes alive. */
const formsStandIn = {
	name: 'forms-stand-in',
	resolveId: (id: string) => (id === '$app/forms' ? '\0forms' : null),
	load: forms,
};

function forms(id: string): string | null {
	return id === '\0forms' ? 'export const enhance = () => {}; export const applyAction = () => {};' : null;
}

/** A small Vite that compiles components with their styles inside; close it when done. */
export function openWorkshop(): Promise<ViteDevServer> {
	return createServer({
		root,
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		plugins: [formsStandIn, svelte({ configFile: false, compilerOptions: { css: 'injected' } })],
	});
}

/** The HTML of one component in one language, as a page of its own. */
export async function pageOf(
	workshop: ViteDevServer,
	file: string,
	locale: Locale,
	props: Record<string, unknown> = {},
): Promise<string> {
	const { inLocale } = await workshop.ssrLoadModule('/src/server/platform/messages.ts');
	const { render } = await workshop.ssrLoadModule('svelte/server');
	const { default: component } = await workshop.ssrLoadModule(file);
	const { head, body } = inLocale(locale, () => {
		const rendered = render(component, { props });
		return { head: rendered.head, body: rendered.body };
	}) as { head: string; body: string };
	return `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${file}</title><style>${houseStyles()}</style>${head}</head><body><div class="page-root">${body}</div></body></html>`;
}

/** The stylesheet of every page, its imports written out. */
function houseStyles(): string {
	const folder = join(root, 'src/ui/styles');
	return readFileSync(join(folder, 'app.css'), 'utf8').replace(
		/@import '\.\/([a-z]+\.css)'(?: layer\(([a-z]+)\))?;/g,
		(_, file: string, layer?: string) => {
			const text = readFileSync(join(folder, file), 'utf8').replaceAll(
				'../fonts/',
				`file://${root}/src/ui/fonts/`,
			);
			return layer ? `@layer ${layer} {\n${text}\n}` : text;
		},
	);
}
