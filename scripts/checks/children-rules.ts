/**
 * What a machine can hold of the safety of children, as findings in sentences: no route shows an alias outside
 * TwinSpaces, no table could carry words to one pupil, no pupil reaches a route that is not on the list. Pure, so that
 * a test can plant each fault.
 */
import type { AccessLine } from '../../src/access.ts';

/** A file of the tree, by its path from the root. */
export type Source = { readonly path: string; readonly text: string };

/** Where aliases may be shown: in TwinSpaces, to pupils themselves, to teachers of their school. */
const showsAliases =
	/^src\/routes\/\[lang\]\/(pupil|me\/classes|projects\/\[project\]\/twinspace)\/|^src\/routes\/\[lang\]\/privacy\/\+page\.svelte$|^src\/routes\/\[lang\]\/sign-in\/DemoAccounts\.svelte$/;

/** What other routes may take from the parts that know aliases: none of it carries one. */
const withoutAliases: Readonly<Record<string, readonly string[]>> = {
	'#domain/pupils': [
		'leaveSchool',
		'leavingOf',
		'noPupilCookie',
		'pupilOfRequest',
		'consentAgeIn',
		'consentAges',
		'previewConsentAge',
		'setConsentAge',
		'undoConsentAge',
		'unknownConsentAge',
	],
	'#domain/spaces': [],
	'#domain/spaces/pages': ['versionAsHtml'],
	'#domain/twinspaces': [
		'picturesNotPublic',
		'publicMaterials',
		'publicPageFor',
		'publishedPagesOf',
		'publishedPagesToFind',
	],
	// the structure of a TwinSpace without anybody in it
	'#domain/twinspaces/kits': ['foundFromKit', 'kitsFor', 'withdrawKit'],
};

/** Routes outside TwinSpaces that speak of aliases or fetch what carries them. */
export function aliasFindings(sources: readonly Source[]): string[] {
	return sources.flatMap(({ path, text }) => {
		if (!path.startsWith('src/routes/') || showsAliases.test(path) || path.endsWith('.test.ts')) return [];
		const found: string[] = [];
		const words = text.replaceAll(/\/\*[^]*?\*\/|\/\/.*|<!--[^]*?-->/g, '');
		if (/\balias(es)?\b/i.test(words)) found.push(`${path} speaks of an alias outside a TwinSpace`);
		for (const [, names = '', face = ''] of words.matchAll(
			/import\s+\{([^}]*)\}\s+from\s+'(#domain\/(?:pupils|spaces|twinspaces)[^']*)'/g,
		)) {
			const taken = names.split(',').map((name) => name.trim().split(/\s+as\s+/)[0] ?? '');
			const wrong = taken.filter(
				(name) => name !== '' && !name.startsWith('type ') && !withoutAliases[face]?.includes(name),
			);
			for (const name of wrong)
				found.push(`${path} takes ${name} from ${face}, which may carry aliases out of their TwinSpace`);
		}
		return found;
	});
}

/** The files that may read the table of pupils: their own part, the card of a member, and the classes of a space. */
const readsPupils =
	/^src\/server\/domain\/(pupils\/|spaces\/members\.sql\.ts|twinspaces\/twinspaces\.sql\.ts)/;

export function readingFindings(sources: readonly Source[]): string[] {
	return sources.flatMap(({ path, text }) =>
		path.startsWith('src/server/domain/') &&
		!path.endsWith('.test.ts') &&
		!readsPupils.test(path) &&
		/\bpupils\.pupil\b/.test(text)
			? [`${path} reads pupils.pupil: take the card of a member, which stays in its space`]
			: [],
	);
}

/** Who did something in a space; none of these says for whom words are. A wall is read by everybody in the space. */
const tellsWhoDid = /^(member_id|author_member_id|by_member_id|wall_member_id|[a-z_]+_by)$/;
const ofPupils = /^(pupils\.[a-z_]+|spaces\.member)$/;

/** Tables that could carry words from a person to a pupil, or to one member of a space. */
export function channelFindings(migrations: readonly Source[]): string[] {
	return migrations.flatMap(({ path, text }) =>
		[...columnsIn(text)].flatMap(({ table, column, rest }) => {
			const found: string[] = [];
			const pointsTo = /references\s+([a-z_]+\.[a-z_]+)/i.exec(rest)?.[1];
			if (ofPupils.test(table)) return found;
			if (pointsTo === 'pupils.pupil' || /(^|_)pupil_id$/.test(column))
				found.push(
					`${path}: ${table}.${column} points to a pupil: words beside it could reach a child in private`,
				);
			if (pointsTo === 'spaces.member' && !tellsWhoDid.test(column))
				found.push(`${path}: ${table}.${column} could say for which member words are: a private channel`);
			return found;
		}),
	);
}

function* columnsIn(sql: string): Generator<{ table: string; column: string; rest: string }> {
	const text = sql.replaceAll(/--.*$/gm, '');
	for (const [, table = '', body = ''] of text.matchAll(
		/create table (?:if not exists )?([a-z_]+\.[a-z_]+)\s*\(([^]*?)\n\);/gi,
	)) {
		for (const line of body.split('\n')) {
			const [, column = '', rest = ''] = /^\s*([a-z_]+)\s+(.*)$/.exec(line) ?? [];
			if (column && !/^(primary|unique|check|foreign|constraint|exclude)$/.test(column))
				yield { table, column, rest };
		}
	}
	for (const [, table = '', column = '', rest = ''] of text.matchAll(
		/alter table ([a-z_]+\.[a-z_]+)\s+add column (?:if not exists )?([a-z_]+)([^;,]*)/gi,
	))
		yield { table, column, rest };
}

/** Where a pupil may be at all, by how an address begins; nothing here writes to one person. */
const openToPupils = [
	'/[lang]',
	'/[lang]/[...nowhere]',
	'/[lang]/refused/[key]',
	'/[lang]/unanswered/[key]',
	'/[lang]/pupil',
	'/files/',
	'tus:/uploads/',
	'ws:/live/',
];
/** Adults write to each other here. */
const betweenAdults = /\/(mailbox|contacts|notices|desk|partners)\b/;

/** Lines by which a pupil reaches what is read by everybody, or what adults have among themselves. */
export function reachFindings(access: Readonly<Record<string, AccessLine>>): string[] {
	return Object.entries(access).flatMap(([route, line]) =>
		Object.entries(line).flatMap(([call, kinds]) => {
			if (!kinds.includes('pupil')) return [];
			if (betweenAdults.test(route))
				return [`${route} ${call} lets a pupil in where adults write to each other`];
			const isTheirs = openToPupils.some(
				(start) => route === start || (start !== '/[lang]' && route.startsWith(start)),
			);
			// what everybody reads, pupils read too; what only some may do is on the list or closed to them
			return isTheirs || kinds.includes('visitor')
				? []
				: [`${route} ${call} is open to pupils and on no list of what is theirs`];
		}),
	);
}
