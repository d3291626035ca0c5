/**
 * Vite plugin: a page that ships no scripts is not prepared for them. SvelteKit writes the data of every page as
 * JavaScript and hashes every answer, also where no browser will read either: a tenth of such a page's processor time
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
				const leaner = leaners.find(({ module }) => module.test(id));
				if (!leaner || !code.includes(leaner.from)) return null;
				met.add(leaner);
				return { code: code.replace(leaner.from, leaner.to), map: null };
			},
		},
		buildEnd() {
			if (met.size < leaners.length) this.error('SvelteKit has changed: see scripts/vite-lean-pages.ts');
		},
	};
}
