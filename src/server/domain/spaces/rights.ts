/** What each role may do in each kind of space: one table, read from top to bottom. */

export const memberRoles = [
	'founder',
	'teacher-administrator',
	'teacher',
	'expert',
	'observer',
	'pupil-administrator',
	'pupil',
] as const;
export type MemberRole = (typeof memberRoles)[number];
export type PupilRole = 'pupil-administrator' | 'pupil';
export type AdultRole = Exclude<MemberRole, PupilRole>;

/** A column of the table: a member's role, or whoever is no member at all. */
export type RightsColumn = MemberRole | 'public';
export type SpaceKind = 'twinspace' | 'group';

/** Yes, no, or only with what the member made. */
export type Grant = 'Y' | 'own' | '-';

const columns = [...memberRoles, 'public'] as const satisfies readonly RightsColumn[];
type Row = readonly [
	founder: Grant,
	teacherAdministrator: Grant,
	teacher: Grant,
	expert: Grant,
	observer: Grant,
	pupilAdministrator: Grant,
	pupil: Grant,
	everyoneElse: Grant,
];

// prettier-ignore
const twinspace = {
	//                      founder teacher-  teacher  expert  obser-  pupil-   pupil   public
	//                              admin                      ver     admin
	'space.see':           ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'space.change':        ['Y',    'Y',      '-',     '-',    '-',    '-',     '-',    '-'],
	'space.archive':       ['Y',    '-',      '-',     '-',    '-',    '-',     '-',    '-'],
	'space.take-along':    ['Y',    'Y',      '-',     '-',    '-',    '-',     '-',    '-'],
	'members.see':         ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'members.invite':      ['Y',    'Y',      'Y',     'Y',    '-',    '-',     '-',    '-'],
	'members.change-role': ['Y',    'Y',      '-',     'Y',    '-',    '-',     '-',    '-'],
	'members.remove':      ['Y',    'Y',      '-',     'Y',    '-',    '-',     '-',    '-'],
	'pupils.invite':       ['Y',    'Y',      'Y',     '-',    '-',    '-',     '-',    '-'],
	'pages.read':          ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'pages.read-drafts':   ['Y',    'Y',      'Y',     'Y',    '-',    'Y',     '-',    '-'],
	'pages.make':          ['Y',    'Y',      'Y',     'Y',    '-',    'Y',     '-',    '-'],
	'pages.write':         ['Y',    'Y',      'own',   'Y',    '-',    'Y',     '-',    '-'],
	'pages.order':         ['Y',    'Y',      '-',     'Y',    '-',    '-',     '-',    '-'],
	'pages.bin':           ['Y',    'Y',      'own',   'own',  '-',    'own',   '-',    '-'],
	'pages.publish':       ['Y',    'Y',      'own',   '-',    '-',    '-',     '-',    '-'],
	'pages.withdraw':      ['Y',    'Y',      'own',   '-',    '-',    '-',     '-',    '-'],
	'pages.read-public':   ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    'Y'],
	'updates.read':        ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'updates.post':        ['Y',    'Y',      'Y',     '-',    '-',    'Y',     '-',    '-'],
	'updates.answer':      ['Y',    'Y',      'Y',     '-',    '-',    'Y',     'Y',    '-'],
	'updates.like':        ['Y',    'Y',      'Y',     '-',    '-',    'Y',     'Y',    '-'],
	'updates.pin':         ['Y',    'Y',      '-',     '-',    '-',    '-',     '-',    '-'],
	'walls.read':          ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'walls.begin':         ['-',    '-',      '-',     '-',    '-',    'own',   'own',  '-'],
	'walls.answer':        ['Y',    'Y',      'Y',     '-',    '-',    'Y',     'Y',    '-'],
	'posts.remove':        ['Y',    'Y',      'own',   'own',  'own',  'own',   'own',  '-'],
	'posts.moderate-pupils': ['Y',  'Y',      'Y',     '-',    '-',    '-',     '-',    '-'],
	'posts.report':        ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'reports.settle':      ['Y',    'Y',      'Y',     '-',    '-',    '-',     '-',    '-'],
	'bulletin.read':       ['Y',    'Y',      'Y',     '-',    '-',    '-',     '-',    '-'],
	'bulletin.write':      ['Y',    'Y',      'Y',     '-',    '-',    '-',     '-',    '-'],
	'bulletin.tidy':       ['Y',    'Y',      'own',   '-',    '-',    '-',     '-',    '-'],
	'materials.see':       ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'materials.upload':    ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'materials.sort':      ['Y',    'Y',      'Y',     'Y',    '-',    '-',     '-',    '-'],
	'materials.tidy':      ['Y',    'Y',      'own',   'Y',    'own',  'own',   'own',  '-'],
	'materials.moderate-pupils': ['Y', 'Y',   'Y',     '-',    '-',    '-',     '-',    '-'],
	'board.write':         ['Y',    'Y',      'Y',     'Y',    '-',    'Y',     'Y',    '-'],
	'board.tidy':          ['Y',    'Y',      'own',   'Y',    '-',    'own',   'own',  '-'],
	'forum.see':           ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'forum.open':          ['Y',    'Y',      '-',     'Y',    '-',    '-',     '-',    '-'],
	'forum.begin':         ['Y',    'Y',      'Y',     'Y',    '-',    'Y',     '-',    '-'],
	'forum.reply':         ['Y',    'Y',      'Y',     'Y',    'Y',    'Y',     'Y',    '-'],
	'forum.tidy':          ['Y',    'Y',      'own',   'Y',    'own',  'own',   'own',  '-'],
	'forum.steer':         ['Y',    'Y',      'Y',     'Y',    '-',    '-',     '-',    '-'],
	'meetings.make':       ['Y',    'Y',      '-',     'Y',    '-',    '-',     '-',    '-'],
	'meetings.join':       ['Y',    'Y',      'Y',     'Y',    'Y',    '-',     '-',    '-'],
	'chat.join':           ['Y',    'Y',      'Y',     'Y',    '-',    '-',     '-',    '-'],
} as const satisfies Readonly<Record<string, Row>>;

export type Right = keyof typeof twinspace;
export const rights = Object.keys(twinspace) as readonly Right[];

/** The rights of the tools that a space has, as its members read them: "who may do what". */
export const rightsByTool = {
	room: [
		...(['members.see', 'members.invite', 'pupils.invite', 'members.change-role'] as const),
		...(['members.remove', 'space.change', 'space.take-along', 'space.archive'] as const),
	],
	updates: [
		...(['updates.read', 'updates.post', 'updates.answer', 'updates.like', 'updates.pin'] as const),
		...(['posts.remove', 'posts.moderate-pupils', 'posts.report', 'reports.settle'] as const),
	],
	walls: ['walls.read', 'walls.begin', 'walls.answer'],
	pages: [
		...(['pages.read', 'pages.read-drafts', 'pages.make', 'pages.write'] as const),
		...(['pages.order', 'pages.bin', 'pages.publish', 'pages.withdraw', 'pages.read-public'] as const),
	],
	materials: [
		...(['materials.see', 'materials.upload', 'materials.sort'] as const),
		...(['materials.tidy', 'materials.moderate-pupils'] as const),
	],
	forum: [
		...(['forum.see', 'forum.open', 'forum.begin', 'forum.reply'] as const),
		...(['forum.tidy', 'forum.steer'] as const),
	],
	bulletin: ['bulletin.read', 'bulletin.write', 'bulletin.tidy'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;
export type SpaceTool = keyof typeof rightsByTool;

/** Groups are rooms of teachers: the same rights, and no pupils. */
const group = withoutPupils(twinspace);

const tables: Readonly<Record<SpaceKind, Readonly<Record<Right, Row>>>> = { twinspace, group };

/** What stays possible in an archived space: reading, and keeping it safe. */
const inArchive: ReadonlySet<Right> = new Set<Right>([
	...['space.see', 'space.archive', 'space.take-along', 'members.see', 'members.remove'],
	...['pages.read', 'pages.read-drafts', 'pages.withdraw', 'pages.read-public'],
	...[
		'updates.read',
		'bulletin.read',
		'materials.see',
		'materials.moderate-pupils',
		'forum.see',
		'walls.read',
		'posts.remove',
		'posts.moderate-pupils',
		'posts.report',
		'reports.settle',
	],
] as Right[]);

/** What the table says for a kind of space, a right and a role (or the public). */
export function grantOf(kind: SpaceKind, right: Right, column: RightsColumn): Grant {
	return tables[kind][right][columns.indexOf(column)] ?? '-';
}

/** Whether a right outlives the archiving of a space. */
export function survivesArchiving(right: Right): boolean {
	return inArchive.has(right);
}

/** Whether a member of this role is a pupil. */
export function isPupilRole(role: MemberRole): role is PupilRole {
	return role === 'pupil' || role === 'pupil-administrator';
}

/** Teachers who answer for the space: they hear of reports, and see what was hidden or removed. */
export const teacherRoles = [
	'founder',
	'teacher-administrator',
	'teacher',
] as const satisfies readonly MemberRole[];

function withoutPupils(table: Readonly<Record<Right, Row>>): Readonly<Record<Right, Row>> {
	const rows = Object.entries(table).map(([right, row]) => {
		const granted = row.map((grant, column) => (isPupilColumn(column) ? '-' : grant)) as unknown as Row;
		return [right, granted] as const;
	});
	return Object.fromEntries(rows) as Record<Right, Row>;
}

function isPupilColumn(column: number): boolean {
	const name = columns[column];
	return name === 'pupil' || name === 'pupil-administrator';
}
