import { beforeAll, expect, test } from 'vitest';
import { changesBetween, rowsOf } from '../../world/rows.ts';
import type { Role } from '../cast.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import type { Place } from '../stage.ts';
import { formAt, sendingOf } from './one-form.ts';
import { place } from './sending.ts';

const platform = stagedPlatform();
let stage: SharedStage;
beforeAll(async () => {
	stage = platform.stage;
}, 180_000);

/** Who presses which button where, and how many rows of what that makes, however often it is pressed. */
const deeds: readonly Deed[] = [
	[
		'joins',
		'visitor',
		'?/join',
		() => '/en/join',
		{ 'people.joining': 1, 'people.link': 1, 'platform.mail': 1 },
	],
	[
		'states a place',
		'pending',
		'?/state',
		() => schoolsIn('EE', 'Tartu'),
		{ 'people.affiliation': 1, 'support.approval_case': 1 },
	],
	[
		'adds a school',
		'pending',
		'?/add',
		() => schoolsIn('FR', 'Nulle part'),
		{ 'schools.school': 1, 'people.affiliation': 1 },
	],
	[
		'asks for contact',
		'founder',
		'',
		(_, { person }) => `/en/contacts/new?to=${person}`,
		{ 'contacts.request': 1 },
	],
	[
		'answers a request',
		'teacher',
		'?/answer',
		() => '/en/contacts',
		{ 'contacts.answer': 1, 'contacts.contact': 1 },
	],
	['founds a project', 'founder', '?/found', () => '/en/projects/found', { 'projects.project': 1 }],
	[
		'sends a plan',
		'founder',
		'?/send',
		({ draft }) => `/en/projects/${draft}/plan`,
		{ 'projects.cofounder_invitation': 1 },
	],
	[
		'accepts',
		'teacher',
		'?/accept',
		({ invitation }) => `/en/projects/invitations/${invitation}`,
		{ 'projects.submission': 1 },
	],
	[
		'sends it again',
		'founder',
		'?/again',
		({ refused }) => `/en/projects/${refused}/plan`,
		{ 'support.case_round': 1 },
	],
	[
		'grants',
		'officer-here',
		'?/grant',
		(here) => `/en/desk/cases/${here.case}`,
		{ 'support.step_decision': 1 },
	],
	[
		'refuses',
		'officer-here',
		'?/refuse',
		(here) => `/en/desk/cases/${here.openedCase}`,
		{ 'support.step_decision': 1 },
	],
	[
		'opens a case',
		'officer-here',
		'?/open',
		(here) => `/en/desk/cases/${here.unopenedCase}`,
		{ 'support.look': 1 },
	],
	[
		'asks',
		'officer-here',
		'?/ask',
		(here) => `/en/desk/cases/${here.unopenedCase}`,
		{ 'support.case_question': 1 },
	],
	['makes a class', 'founder', '?/make', () => '/en/me/classes', { 'pupils.class': 1 }],
	[
		'adds two pupils',
		'founder',
		'?/add',
		(here) => `/en/me/classes/${here.class}?number=2`,
		{ 'pupils.pupil': 2, 'pupils.card': 2 },
	],
	[
		'writes on the wall',
		'pupil',
		'?/write',
		({ project }) => `/en/pupil/spaces/${project}/wall`,
		{ 'spaces_updates.post': 1 },
	],
	[
		'answers there',
		'pupil',
		'?/answer',
		({ project }) => `/en/pupil/spaces/${project}`,
		{ 'spaces_updates.post': 1 },
	],
	[
		'answers a pupil',
		'founder',
		'?/answer',
		(here) => `${space(here)}/posts/${here.wallPost}`,
		{ 'spaces_updates.post': 1 },
	],
	[
		'reports',
		'observer',
		'?/report',
		(here) => `${space(here)}/posts/${here.post}/report`,
		{ 'safety.report': 1 },
	],
	['writes an update', 'founder', '?/post', (here) => `${space(here)}/updates`, { 'spaces_updates.post': 1 }],
	['makes a page', 'founder', '?/make', (here) => `${space(here)}/pages/new`, { 'spaces_pages.page': 1 }],
	[
		'saves a page',
		'founder',
		'?/save',
		(here) => `${space(here)}/pages/${here.page}/edit`,
		{ 'spaces_pages.page_version': 1 },
	],
	[
		'publishes it',
		'founder',
		'?/publish',
		(here) => `${space(here)}/pages/${here.page}/public`,
		{ 'twinspaces.publication': 1 },
	],
	[
		'writes to a contact',
		'teacher',
		'?/write',
		({ person }) => `/en/mailbox/${person}`,
		{ 'contacts.message': 1 },
	],
	[
		'saves a search',
		'founder',
		'?/save',
		() => '/en/partners/searches/new?q=river',
		{ 'partner_finding.saved_search': 1 },
	],
	[
		'describes a class',
		'founder',
		'?/add',
		() => '/en/partners/classes/new',
		{ 'partner_finding.class_card': 1 },
	],
	[
		'opens a discussion',
		'founder',
		'?/open',
		(here) => `${space(here)}/forum`,
		{ 'spaces_forum.discussion': 1 },
	],
	[
		'writes to colleagues',
		'founder',
		'?/write',
		(here) => `${space(here)}/bulletin`,
		{ 'spaces_updates.post': 1 },
	],
	['posts for partners', 'founder', '?/post', () => '/en/partners/posts/new', { 'partner_finding.post': 1 }],
];

type Deed = readonly [
	name: string,
	role: Role,
	call: string,
	page: (here: Place, there: Place) => string,
	makes: Readonly<Record<string, number>>,
];

const schoolsIn = (country: string, text: string) => `/en/me/school?country=${country}&text=${text}`;
const space = ({ project }: Place) => `/en/projects/${project}/twinspace`;

test.each(deeds)(
	'whoever %s with twenty clicks does it once',
	async (_name, role, call, page, makes) => {
		const found = await formAt(stage, role, page(stage.places.here, stage.places.there), call);
		const before = await rowsOf(platform.connection);
		const answers = await Promise.all(Array.from({ length: 20 }, sendingOf(platform, found)));
		const changes = changesBetween(before, await rowsOf(platform.connection));
		const [first] = answers;
		expect(first?.status).toBeLessThan(400);
		expect(new Set(answers.map(place))).toEqual(new Set([first && place(first)]));
		expect(changes).toMatchObject(makes);
	},
	60_000,
);
