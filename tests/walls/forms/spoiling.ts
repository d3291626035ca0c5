// Every way to spoil a form that nobody who uses the platform would send.
import { FORM_KEY } from '#shared/form';
import type { Entries } from './filling.ts';
import type { Control, HtmlForm } from './html-form.ts';
import { encoded, replaced } from './sending.ts';

export type Spoilt = {
	readonly how: string;
	readonly body: BodyInit;
	readonly headers?: Readonly<Record<string, string>>;
};

/** The form spoilt in one way after another, each field in each way; every one must be refused as a whole. */
export function spoilt(form: HtmlForm, entries: Entries): Spoilt[][] {
	const controls = form.controls.filter(
		({ name }) => name !== FORM_KEY && entries.some(([each]) => each === name),
	);
	return [
		unknownFields.map((name) => asForm(`with the field ${name}`, [...entries, [name, 'x']])),
		withOtherKeys(entries),
		single(controls).map(({ name }) => asForm(`with ${name} twice`, [...entries, [name, 'x']])),
		single(controls).map(({ name }) => asFile(name, entries)),
		controls.filter(({ kind }) => kind !== 'hidden').map((control) => tooLong(control, entries)),
		controls
			.filter(({ kind, name }) => !typed.has(kind) && !free.has(name))
			.map(({ name }) => nonsense(name, entries)),
		[
			{
				how: 'as JSON',
				body: JSON.stringify(Object.fromEntries(entries)),
				headers: ofType('application/json'),
			},
			{ how: 'as deep JSON', body: '['.repeat(10_000), headers: ofType('application/json') },
			{
				how: 'as a torn form',
				body: '--x\r\ncontent-disp',
				headers: ofType('multipart/form-data; boundary=x'),
			},
			{ how: 'as text', body: 'a=b', headers: ofType('text/plain') },
			{ how: 'without a body', body: '' },
		],
	];
}

const unknownFields = ['role', '__proto__', 'constructor', 'school_id', 'id'];
/** Where anything may stand. */
const typed: ReadonlySet<string> = new Set(['text', 'textarea', 'password', 'search']);

/** Hidden in the blocks that do not show them, typed in the others. */
const free: ReadonlySet<string> = new Set(['block-text', 'block-address', 'block-alternative']);

function asForm(how: string, entries: Entries): Spoilt {
	return { how, body: encoded(entries) };
}

function ofType(type: string): Record<string, string> {
	return { 'content-type': type };
}

function withOtherKeys(entries: Entries): Spoilt[] {
	return [
		asForm(
			'without its key',
			entries.filter(([name]) => name !== FORM_KEY),
		),
		asForm('with two keys', [...entries, [FORM_KEY, 'another-key-of-it']]),
		asForm('with a strange key', replaced(entries, FORM_KEY, "' or 1=1; --")),
	];
}

/** Fields that hold one answer; of a list, this page may happen to show one row. */
function single(controls: readonly Control[]): Control[] {
	return controls.filter(
		({ name, kind }) =>
			kind !== 'checkbox' &&
			!name.startsWith('block-') &&
			name !== 'aliases' &&
			controls.filter((each) => each.name === name).length === 1,
	);
}

function asFile(name: string, entries: Entries): Spoilt {
	const sent = new FormData();
	for (const [each, value] of entries) if (each !== name) sent.append(each, value);
	sent.append(name, new Blob(['text']), 'text.txt');
	return { how: `with a file as ${name}`, body: sent };
}

/** One letter more than the page allows, or far more than anybody types. */
function tooLong({ name, most = 100_000 }: Control, entries: Entries): Spoilt {
	return asForm(`with ${most + 1} letters as ${name}`, replaced(entries, name, 'x'.repeat(most + 1)));
}

/** What is chosen or hidden is one of ours; a number is a number. */
function nonsense(name: string, entries: Entries): Spoilt {
	return asForm(`with nonsense as ${name}`, replaced(entries, name, '{"$ne": null}'));
}
