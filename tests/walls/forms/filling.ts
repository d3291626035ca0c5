// A form as somebody sensible fills it in: every field that must be, with something that fits.
import type { Control, HtmlForm, SendButton } from './html-form.ts';

/** What is sent, in its order; a name may stand there several times. */
export type Entries = readonly (readonly [name: string, value: string])[];

let number = 0;

/** The form filled in and sent by one of its buttons. */
export function filled(form: HtmlForm, button: SendButton | undefined): Entries {
	const seen = new Set<string>();
	const entries = form.controls.flatMap((control): Entries => {
		const first = !seen.has(control.name);
		seen.add(control.name);
		const value = valueFor(control, form.controls, first);
		return value === undefined ? [] : [[control.name, value]];
	});
	return button?.name === undefined ? entries : [...entries, [button.name, button.value]];
}

/** What is typed or chosen; undefined for a box that stays empty. */
function valueFor(control: Control, all: readonly Control[], first: boolean): string | undefined {
	const { kind, name, value } = control;
	if (kind === 'radio' || kind === 'checkbox') return isTicked(control, all, first) ? value : undefined;
	if (kind === 'file') return undefined;
	if (kind === 'hidden' || value !== '') return value;
	if (kind === 'select')
		return control.required ? (control.options.find((option) => option !== '') ?? '') : '';
	number += 1;
	if (kind === 'email') return `somebody-${number}@school.example`;
	if (kind === 'password') return 'seven goats under plum trees';
	if (kind === 'url' || name === 'website') return 'https://school.example/';
	if (kind === 'number' || control.least !== undefined) return control.least ?? '10';
	if (kind === 'month') return '2027-03';
	if (kind === 'date') return '2027-03-14';
	if (kind === 'time') return '10:30';
	return `Words of somebody ${number}`.slice(0, control.most ?? 100);
}

/** The first answer of a question that has none. */
function isTicked(control: Control, all: readonly Control[], first: boolean): boolean {
	const isAnswered = all.some(({ name, ticked }) => name === control.name && ticked);
	return isAnswered ? control.ticked : first;
}
