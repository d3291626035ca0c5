import { beforeAll, expect, test } from 'vitest';
import { changesBetween, rowsOf } from '../../world/rows.ts';
import { runningPlatform } from '../../world/running-platform.ts';
import { setStage, type Stage } from '../stage.ts';
import { harvest, type FoundForm } from './harvest.ts';
import { formAt, nameOf, sendingOf } from './one-form.ts';
import { place } from './sending.ts';

const platform = runningPlatform();
let stage: Stage;
let deeds: readonly FoundForm[];
beforeAll(async () => {
	stage = await setStage(platform);
	const forms = [...(await harvest(stage)).values()];
	deeds = forms.filter(({ call }) => !leftOut.has(call) && !call.startsWith('tus:')).sort(endingsLast);
}, 180_000);

const leftOut = new Set([
	// doors: whoever goes through again comes in, or is out already
	'/[lang]/sign-in POST ?/enter',
	'/[lang]/sign-out POST',
	'/[lang]/me/desk POST ?/leave',
	'/[lang]/pupil POST ?/enter',
	'/[lang]/pupil/leave POST',
	// the same deeds as on the teachers' pages, which come first
	'/[lang]/pupil/spaces/[project]/pages/[page] POST ?/share',
	'/[lang]/pupil/spaces/[project]/pages/[page] POST ?/draft',
	// the other answer was given before
	'/[lang]/projects/[project]/status POST ?/take-back',
	'/[lang]/projects/invitations/[invitation] POST ?/decline',
	'/[lang]/desk/cases/[id] POST ?/refuse',
]);

/** What takes away the thing that other forms are about comes after them, what ends sessions comes last. */
const endings = [
	/withdrawal|pupil\/.*report|\?\/(remove|bin|close|take-back|settle|grant|unblock|block|restore|step)$/,
	/\?\/(cards|end)$/,
];

function endingsLast(one: FoundForm, other: FoundForm): number {
	return turnOf(one) - turnOf(other);
}

function turnOf({ call }: FoundForm): number {
	return endings.findIndex((ending) => ending.test(call)) + 1;
}

test('whatever is sent a second time with the same key has one effect and one answer', async () => {
	const odd: string[] = [];
	for (const { role, page, call } of deeds) {
		const again = sendingOf(platform, await formAt(stage, role, page, nameOf(call)));
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
