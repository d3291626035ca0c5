import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { leanPages } from './scripts/vite-lean-pages.ts';
import { messages } from './scripts/vite-messages.ts';

/** The design system travels as one style sheet, 6 kB compressed, instead of one small file per component. */
const house = { name: 'house', test: /\/src\/ui\/(?!combo\/)/ };

/**
 * What the page tells the framework (its version, above all) must be there before the rest of it begins: otherwise the
 * browser takes itself for outdated and loads a page again that had an answer to show.
 */
const payload = {
	name: 'payload',
	test: /\/kit\/src\/runtime\/client\/payload\.js$|vite\/preload-helper/,
	priority: 1,
};

export default defineConfig({
	plugins: [
		messages(),
		leanPages(),
		sveltekit({
			adapter: adapter({ out: 'build', precompress: true }),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// attributes only: drawn widths and the framework's own announcer; never scripts, never sheets
					'style-src-attr': ['unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'media-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
				},
			},
			// src/hooks/check-origin.ts does it for every content type, and answers in the reader's language
			csrf: { trustedOrigins: ['*'] },
			version: { pollInterval: 0 },
			// a refusal is drawn for an address of another depth than its own
			paths: { relative: false },
		}),
	],
	build: { sourcemap: false, target: 'es2022' },
	environments: {
		client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [payload, house] } } } } },
	},
});
