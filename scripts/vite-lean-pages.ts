/**
 * Vite plugin: a page that ships no scripts is not prepared for them. SvelteKit writes the data of every page as
 * JavaScript and hashes every answer, also where no browser will read either, and Svelte walks all components once more
 * for cleaning up that none of them asked for: together an eighth of such a page's processor time
 * (docs/decisions/014). The build fails when the framework no longer has these lines.
 */
import type { Plugin } from 'vite';

type Leaner = { readonly module: RegExp; readonly from: string; readonly to: string };

const leaners: readonly Leaner[] = [
	{
		module: /\/@sveltejs\/kit\/src\/runtime\/server\/page\/index\.js$/,
		from: 'data_serializer.add_node(i, server_data);',
		to: 'if (csr) data_serializer.add_node(i, server_data);',
	},
	{
		module: /\/@sveltejs\/kit\/src\/runtime\/server\/page\/render\.js$/,
		from: "if (!chunks) {\n\t\theaders.set('etag'",
		to: "if (!chunks && page_config.csr) {\n\t\theaders.set('etag'",
	},
	{
		module: /\/svelte\/src\/internal\/server\/renderer\.js$/,
		from: '(this.#on_destroy ??= []).push(fn);',
		to: 'this.global.cleans = true;\n\t\t(this.#on_destroy ??= []).push(fn);',
	},
	{
		module: /\/svelte\/src\/internal\/server\/renderer\.js$/,
		from: '#run_on_destroy(suppress_errors) {',
		to: '#run_on_destroy(suppress_errors) {\n\t\tif (!this.global.cleans) return;',
	},
];

/** The plugin for vite.config.ts. */
export function leanPages(): Plugin {
	const met = new Set<Leaner>();
	return {
		name: 'opentwinning-lean-pages',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'ssr',
		transform: {
			filter: { id: leaners.map(({ module }) => module) },
			handler(code, id) {
				const here = leaners.filter(({ module, from }) => module.test(id) && code.includes(from));
				if (here.length === 0) return null;
				for (const leaner of here) met.add(leaner);
				return { code: here.reduce((lean, { from, to }) => lean.replace(from, to), code), map: null };
			},
		},
		buildEnd() {
			if (met.size < leaners.length)
				this.error('SvelteKit or Svelte has changed: see scripts/vite-lean-pages.ts');
		},
	};
}
