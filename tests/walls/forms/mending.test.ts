import { beforeAll, expect, test } from 'vitest';
import { FORM_KEY } from '#shared/form';
import { passPhrase } from '../../world/signing-in.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import { filled, type Entries } from './filling.ts';
import type { FoundForm } from './harvest.ts';
import { formsIn, type HtmlForm } from './html-form.ts';
import { encoded, replaced, send } from './sending.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let forms: readonly FoundForm[];
beforeAll(async () => {
	stage = platform.stage;
	forms = stage.formsOnTheWay.filter(({ call }) => !call.startsWith('tus:') && !asItStands.test(call));
}, 180_000);

/** What takes a form as it stands: another step of a page, a search among its fields, a draft, a look. */
const asItStands = / \?\/(step|find|keep|try)$/;

/** One field as somebody may well leave it: empty, too long, or something else than was asked for. */
type Slip = { readonly name: string; readonly sent: Entries };

function slipsIn({ controls }: HtmlForm, entries: Entries): Slip[] {
	const shown = controls.filter(
		({ kind, name }) => kind !== 'hidden' && entries.some(([each]) => each === name),
	);
	return shown.flatMap(({ name, kind, required, most }): Slip[] => {
		const left =
			kind === 'radio' || kind === 'checkbox'
				? entries.filter(([each]) => each !== name)
				: replaced(entries, name, '');
		const isTyped = kind === 'email' || kind === 'number';
		return [
			...(required ? [{ name, sent: left }] : []),
			...(isTyped ? [{ name, sent: replaced(entries, name, 'nonsense') }] : []),
			...(most === undefined ? [] : [{ name, sent: replaced(entries, name, 'x'.repeat(most + 1)) }]),
		];
	});
}

test('what is to be mended stands in the summary and beside its field, and all else is kept', async () => {
	const odd: string[] = [];
	for (const found of forms) {
		for (const slip of slipsIn(found.form, filled(found.form, found.button))) {
			const answer = await send(platform, found.browser, { to: found.action, body: encoded(slip.sent) });
			const problem = ![400, 409].includes(answer.status)
				? `${answer.status} ${answer.location}`
				: problemOf(found, slip, answer.text);
			if (problem) odd.push(`${found.call} with ${slip.name} left or mistyped: ${problem}`);
		}
	}
	expect(odd).toEqual([]);
}, 120_000);

/** What a reader without JavaScript, or with a screen reader, would miss on the page. */
function problemOf({ form, button }: FoundForm, { name, sent }: Slip, html: string): string | undefined {
	const shown = formsIn(html).find((each) => each.name === form.name);
	if (!shown) return `the form ${form.name} is not on the page`;
	if (!/role="alert" tabindex="-1" autofocus/.test(html)) return 'no summary takes the focus';
	if (!isExplained(shown, name, html)) return 'no message beside the field that is read with it';
	if (html.includes(passPhrase)) return 'the password came back';
	const kept = new Set(valuesOf(shown).map(asText));
	// which button was pressed is no field
	const gone = new Set([name, FORM_KEY, button?.name]);
	const lost = sent.filter(([each]) => !gone.has(each) && !/password|code/.test(each));
	const [first] = lost.map(asText).filter((entry) => !kept.has(entry));
	return first && `lost ${first}`;
}

function isExplained(shown: HtmlForm, name: string, html: string): boolean {
	const invalid = shown.controls.find((control) => control.name === name && control.isInvalid);
	const group = new RegExp(`<fieldset[^>]*id="${shown.name}-${name}"[^>]*aria-describedby="([^"]*)"`).exec(
		html,
	);
	const read = [...(invalid?.describedBy ?? []), ...(group?.[1] ?? '').split(' ')];
	return read.some((id) => id.endsWith('-error') && html.includes(`id="${id}"`));
}

function valuesOf({ controls }: HtmlForm): Entries {
	const given = controls.filter(({ kind, ticked }) => (kind !== 'checkbox' && kind !== 'radio') || ticked);
	return given.map(({ name, value }) => [name, value]);
}

function asText([name, value]: Entries[number]): string {
	return `${name}: ${value.trim().slice(0, 40)}`;
}
