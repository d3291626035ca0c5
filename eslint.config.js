// Lint rules: what a machine can hold of docs on style. Each own rule says why.
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const banned = [
	{
		selector: "CallExpression[callee.object.name='sql'][callee.property.name=/^(raw|lit)$/]",
		message: 'Raw text in SQL is how injections begin: use parameters.',
	},
	{
		selector:
			"CallExpression[callee.object.name='sql'][callee.property.name='ref'][arguments.0.type!='Literal']",
		message: 'Names in SQL come from the code, never from variables.',
	},
	{
		selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
		message: 'Not random enough for anything here: use platform/ids.',
	},
];

const ownClock = {
	selector:
		"NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
	message: 'Parts take the time from ctx.now, so that tests and jobs can move it.',
};

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'src/server/platform/schema.ts',
			'src/messages/',
			'tests/output/',
			'.data/',
		],
	},
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'no-restricted-syntax': ['error', ...banned],
			'no-console': 'error',
			eqeqeq: 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			// generated messages and drawn SVG are the only sources of markup; each use says so
			'svelte/no-at-html-tags': 'error',
			// addresses begin with the language, which the framework's typed resolve does not know
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
	{ files: ['src/server/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...banned, ownClock] } },
	{
		files: ['**/*.test.ts', 'tests/**', 'bench/**', 'scripts/**', 'bin/**'],
		rules: {
			'no-console': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'no-restricted-syntax': ['error', ...banned.slice(0, 2)],
		},
	},
	{ files: ['server.ts', 'src/server/processes/**'], rules: { 'no-console': 'off' } },
);
