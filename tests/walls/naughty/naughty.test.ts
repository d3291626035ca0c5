import { beforeAll, expect, test } from 'vitest';
import { FORM_KEY } from '#shared/form';
import { isWhole } from '../extent.ts';
import { filled, type Entries } from '../forms/filling.ts';
import type { FoundForm } from '../forms/harvest.ts';
import { formAt } from '../forms/one-form.ts';
import { encoded, replaced, send } from '../forms/sending.ts';
import type { Role } from '../cast.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import type { Place } from '../stage.ts';
import { naughtyStrings } from './strings.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let forms: readonly FoundForm[];
beforeAll(async () => {
	stage = platform.stage;
	forms = stage.forms.filter(({ call }) => !call.startsWith('tus:'));
}, 180_000);

/** Forms that show what was saved when they are opened again. */
const kept: readonly (readonly [
	role: Role,
	page: (here: Place) => string,
	call: string,
	fields: readonly string[],
])[] = [
	['founder', () => '/en/me/profile', '?/save', ['about']],
	[
		'founder',
		({ draft }) => `/en/projects/${draft}/plan`,
		'?/save',
		['title', 'summary', 'aims', 'workPlan'],
	],
	[
		'founder',
		({ project }) => `/en/projects/${project}/twinspace/settings`,
		'?/change',
		['name', 'description'],
	],
];

test.each(kept)(
	'what %s writes comes back as it was typed (%s)',
	async (role, page, call, fields) => {
		const address = page(stage.places.here);
		const lost: string[] = [];
		for (const round of rounds(isWhole ? 20 : 3)) {
			const found = await formAt(stage, role, address, call);
			const typed = fields.map((name) => [name, textFor(found, name, round)] as const);
			const entries = typed.reduce<Entries>(
				(all, [name, text]) => replaced(all, name, text),
				filled(found.form, found.button),
			);
			const answer = await send(platform, found.browser, { to: found.action, body: encoded(entries) });
			expect(answer.status, `${address} round ${round}`).toBe(303);
			const again = await formAt(stage, role, address, call);
			for (const [name, text] of typed) {
				const shown = again.form.controls.find((control) => control.name === name)?.value;
				if (shown !== text)
					lost.push(`${name}: ${JSON.stringify(text)} came back as ${JSON.stringify(shown)}`);
			}
		}
		expect(lost).toEqual([]);
	},
	120_000,
);

const rounds = (count: number) => Array.from({ length: count }, (_, round) => round);

/** As many strings as the field holds, beginning elsewhere in each round. */
function textFor({ form }: FoundForm, field: string, round: number): string {
	const most = form.controls.find(({ name }) => name === field)?.most ?? 400;
	const isLine = form.controls.find(({ name }) => name === field)?.kind !== 'textarea';
	const from = Math.floor((round * naughtyStrings.length) / 20);
	const fitting = naughtyStrings
		.slice(from)
		.filter((text) => text.length <= most && !(isLine && text.includes('\n')));
	let text = fitting[0] ?? '';
	for (const next of isLine ? [] : fitting.slice(1))
		if (text.length + 1 + next.length <= most) text += `\n${next}`;
	return text;
}

/** Doors that would shut behind whoever is sent through them. */
const doors = /sign-out|\/leave| \?\/leave|\?\/(cards|end)$/;

test('no text that anybody types breaks a form', async () => {
	const odd: string[] = [];
	let turn = 0;
	for (const found of forms.filter(({ call }) => !doors.test(call))) {
		for (const { name, kind } of found.form.controls) {
			if (!['text', 'textarea', 'search', 'email', 'url'].includes(kind)) continue;
			for (const text of stringsFor((turn += 1))) {
				const entries = replaced(filled(found.form, found.button), FORM_KEY, crypto.randomUUID());
				const sent = encoded(replaced(entries, name, text));
				const { status } = await send(platform, found.browser, { to: found.action, body: sent });
				if (status >= 500) odd.push(`${found.call}, ${name}: ${status} for ${JSON.stringify(text)}`);
			}
		}
	}
	expect(odd).toEqual([]);
}, 3_600_000);

/** All in a whole run; otherwise one after another, a field each. */
function stringsFor(turn: number): readonly string[] {
	const odd = ['a\0b', '\ud83d'];
	if (isWhole) return [...naughtyStrings, ...odd];
	return [naughtyStrings[(turn * 37) % naughtyStrings.length] ?? '', odd[turn % odd.length] ?? ''];
}
