import { beforeAll, expect, test } from 'vitest';
import { changesBetween, rowsOf } from '../../world/rows.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import type { FoundForm } from './harvest.ts';
import { formAgain, formAt, sendingOf } from './one-form.ts';
import { filled } from './filling.ts';
import { encoded, place, replaced, send } from './sending.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let deeds: readonly FoundForm[];
beforeAll(async () => {
	stage = platform.stage;
	deeds = stage.forms.filter(({ call }) => !leftOut.has(call) && !call.startsWith('tus:')).sort(endingsLast);
}, 180_000);

const leftOut = new Set([
	// doors: whoever goes through again comes in, or is out already
	'/[lang]/sign-in POST ?/enter',
	'/[lang]/sign-out POST',
	'/[lang]/me/security/prove POST ?/prove',
	// another account's password is not made up
	'/[lang]/me/security/merge POST ?/prove',
	'/[lang]/desk/merging POST ?/look',
	// what a device signs is not made up
	'/[lang]/sign-in/passkey POST ?/enter',
	'/[lang]/me/security/prove/passkey POST ?/prove',
	'/[lang]/me/security/passkeys POST ?/add',
	'/[lang]/me/desk POST ?/leave',
	'/[lang]/pupil POST ?/enter',
	'/[lang]/pupil/leave POST',
	'/[lang]/pupil/class POST ?/enter',
	// the present secret is typed
	'/[lang]/pupil/secret POST ?/code',
	// its buttons stand at the posts and not in the form
	'/[lang]/projects/[project]/twinspace/updates POST ?/like',
	// the same deeds as on the teachers' pages, which come first
	'/[lang]/pupil/spaces/[project]/pages/[page] POST ?/share',
	'/[lang]/pupil/spaces/[project]/pages/[page] POST ?/draft',
	// the same words again are no change
	'/[lang]/desk/settings/texts/[text]/[language] POST ?/write',
	// a pupil is ticked, whose family was not asked; twenty clicks publish a page of nobody once
	'/[lang]/projects/[project]/twinspace/pages/[page]/public POST ?/publish',
	// answers that depend on each other, which nobody sensible sends as they stand first
	'/[lang]/desk/register/imports/[import]/columns POST ?/check',
	'/[lang]/desk/register/questions/[question] POST ?/answer',
	// a case, a pair, a person or a country that is chosen or typed, and not made up
	'/[lang]/desk POST ?/bulk',
	'/[lang]/desk/register/doubles POST ?/pair',
	'/[lang]/desk/organisations/[organisation] POST ?/give',
	'/[lang]/desk/countries POST ?/add',
	// the number of a receipt, which is typed
	'/[lang]/reports POST ?/find',
	// ends the place, as the form beside it does
	'/[lang]/me/places/[affiliation]/leave POST ?/leave',
	// asks the same person for contact, who was asked before
	'/[lang]/partners/posts/[id] POST ?/answer',
	// takes out what another form has taken out before
	'/[lang]/projects/[project]/twinspace/materials POST ?/take-out',
	// takes away what another form has taken away before
	'/[lang]/projects/[project]/twinspace/materials/files/[material] POST ?/bin',
	// of somebody whom the form beside it removes
	'/[lang]/projects/[project]/twinspace/members/[member] POST ?/suspend',
	// five checks, all of which are ticked
	'/[lang]/projects/[project]/label POST ?/send',
	// the other answer was given before
	'/[lang]/projects/[project]/status POST ?/take-back',
	'/[lang]/projects/invitations/[invitation] POST ?/decline',
	'/[lang]/desk/cases/[id] POST ?/refuse',
	// forgets the person, so that a second click finds nobody; each file of what is kept is written down
	'/[lang]/me/privacy POST ?/erase',
	'/[lang]/me/privacy/data POST',
	'/[lang]/me/classes/[class]/pupils/[pupil]/data POST',
	// of somebody whom the form beside it ends
	'/[lang]/me/classes/[class]/pupils/[pupil] POST ?/forget',
]);

/** What takes away the thing that other forms are about comes after them, what ends sessions comes last. */
const endings = [
	/withdrawal|pupil\/.*report|\?\/(remove|bin|drop|close|take-back|settle|grant|unblock|block|restore|step)$/,
	/\?\/(cards|all-cards|card|pictures|home)$|\/door POST|\[pupil\] POST \?\/end$/,
	// nothing is written in a TwinSpace that is closed
	/\/archive POST \?\/close$/,
	/\[class\] POST \?\/end$/,
	// without a place, or while its role is looked at anew, nobody is a teacher; without an office nobody an officer
	/\/me\/status POST \?\/(correct|end)$|\/\[organisation\] POST \?\/end$/,
];

/** What an invitation that is accepted, a plan that was sent or an answer in a thread would make needless. */
const beginnings = /\/invitation-link POST|\/plan\/picture POST|\/contacts\/new POST|\?\/read$/;

function endingsLast(one: FoundForm, other: FoundForm): number {
	return turnOf(one) - turnOf(other);
}

function turnOf({ call }: FoundForm): number {
	if (beginnings.test(call)) return -1;
	return endings.findLastIndex((ending) => ending.test(call)) + 1;
}

test('a refusal uses nothing up, and other words under the same key are another attempt', async () => {
	const { role, page } = deeds.find(({ call }) => call.endsWith('/found POST ?/found')) ?? noForm();
	const { action, browser, form, button } = await formAt(stage, role, page, '?/found');
	const titled = (title: string) => encoded(replaced(filled(form, button), 'title', title));
	const found = (title: string) => send(platform, browser, { to: action, body: titled(title) });
	const before = await rowsOf(platform.connection);
	expect((await found('')).status).toBe(400);
	const first = await found('Bread');
	expect(first.status).toBe(303);
	expect(place(await found('Bread'))).toBe(place(first));
	const second = await found('Salt');
	expect(second.status).toBe(303);
	expect(place(second)).not.toBe(place(first));
	expect(changesBetween(before, await rowsOf(platform.connection))).toMatchObject({ 'projects.project': 2 });
});

test('a class whose code was mistyped comes in with the right one, sent by the same page', async () => {
	const { action, browser, form, button } = await formAt(stage, 'visitor', '/en/pupil', '?/enter');
	const enter = (code: string) => {
		const body = encoded(replaced(filled(form, button), 'card', code));
		return send(platform, browser, { to: action, body });
	};
	expect((await enter('AAAA-AAAA-AAAA')).status).toBe(401);
	expect((await enter(stage.places.here.codes['pupil-outside'])).status).toBe(303);
});

test('whatever is sent a second time with the same key has one effect and one answer', async () => {
	const odd: string[] = [];
	for (const found of deeds) {
		const { call, page } = found;
		const again = sendingOf(platform, await formAgain(found));
		const first = await again();
		const between = await rowsOf(platform.connection);
		const second = await again();
		const changes = Object.keys(changesBetween(between, await rowsOf(platform.connection)));
		if (first.status >= 400) odd.push(`${call} on ${page} was refused: ${first.status}`);
		if (place(first) !== place(second)) odd.push(`${call}: first ${place(first)}, then ${place(second)}`);
		if (changes.length > 0) odd.push(`${call} wrote a second time: ${changes.join(', ')}`);
	}
	expect(odd).toEqual([]);
}, 120_000);

function noForm(): never {
	throw new Error('the form to found a project was not found');
}
