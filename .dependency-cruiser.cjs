// Who may import whom: the direction drawn in docs/architecture.md, held by a machine.
const parts = [
	'places',
	'support',
	'texts',
	'schools',
	'people',
	'pupils',
	'notices',
	'safety',
	'contacts',
	'spaces',
	'groups',
	'projects',
	'twinspaces',
	'certificates',
	'learning',
	'recognition',
	'partner-finding',
	'newsroom',
	'privacy',
];
const domain = 'src/server/domain';

/** A part may use the parts that stand before it in the list, and no other. */
const order = parts.map((part, index) => ({
	name: `order-of-${part}`,
	comment: `${part} may know only the parts before it; news from it travels as events`,
	severity: 'error',
	from: { path: `^${domain}/${part}/`, pathNot: '\\.test\\.ts$' },
	to: { path: `^${domain}/(${parts.slice(index + 1).join('|') || 'none'})/` },
}));

module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'faces-only',
			comment: 'another part is entered by its index.ts (manifests by parts.ts)',
			severity: 'error',
			from: { path: `^${domain}/([^/]+)/` },
			to: {
				path: `^${domain}/([^/]+)/`,
				pathNot: [`^${domain}/$1/`, `^${domain}/[^/]+/(index|[^/]+/index)\\.ts$`],
			},
		},
		{
			name: 'outside-by-faces',
			comment: 'pages and processes enter a part by its face',
			severity: 'error',
			from: { path: '^src/(routes|ui|hooks|shared|server/processes)/' },
			to: { path: `^${domain}/`, pathNot: [`^${domain}/[^/]+/(index|[^/]+/index)\\.ts$`] },
		},
		{
			name: 'domain-without-web',
			severity: 'error',
			from: { path: `^${domain}/` },
			to: { path: '^(node_modules/(@sveltejs|svelte)/|src/(routes|ui|hooks|access)|src/server/processes)' },
		},
		{
			name: 'platform-knows-no-part',
			severity: 'error',
			from: { path: '^src/server/platform/', pathNot: '\\.test\\.ts$' },
			to: { path: `^(${domain}|src/routes|src/ui|src/hooks)/` },
		},
		{
			name: 'shared-is-pure',
			severity: 'error',
			from: { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
			to: { path: '^src/(server|routes|ui|hooks)/' },
		},
		{
			name: 'ui-knows-no-part',
			severity: 'error',
			from: { path: '^src/ui/' },
			to: { path: '^src/(server|routes|hooks)/' },
		},
		{
			name: 'pages-without-database',
			severity: 'error',
			from: { path: '^src/(routes|ui)/' },
			to: { path: '^(src/server/platform/(database|schema)|node_modules/(kysely|pg)/)' },
		},
		{
			name: 'sql-in-sql-files',
			comment: 'kysely values only in *.sql.ts and the platform',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: ['\\.sql\\.ts$', '^src/server/platform/', '^src/server/processes/', '\\.test\\.ts$'],
			},
			to: { path: '^node_modules/kysely/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'no-orphans',
			severity: 'error',
			from: {
				orphan: true,
				pathNot: [
					'\\.d\\.ts$',
					'\\.test\\.ts$',
					'^(scripts|bin|bench|tests)/',
					'^[^/]+$',
					'^src/(hooks|params|app)',
					'\\+(page|layout|server|error)',
				],
			},
			to: {},
		},
		...order,
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['^build/', '^\\.svelte-kit/', '^node_modules/\\.cache'] },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'svelte'],
			extensions: ['.ts', '.js', '.svelte', '.json'],
		},
	},
};
