/**
 * The labels of a form's fields, for the summary of what is to be mended. The summary stands before the fields, so the
 * server draws the fields once on the side; a living page has them already.
 */
import type { Snippet } from 'svelte';
import type { render as draw } from 'svelte/server';
import { FORM_CONTEXT, type FormContext } from './form-context.ts';
import FieldsAside from './FieldsAside.svelte';

type Draw = typeof draw;

/** Labels by field name, in the order of the fields. */
export type Labels = ReadonlyMap<string, string>;

const server = import.meta.env.SSR ? await import('svelte/server') : undefined;

/** Finds the labels; `around` are the contexts in which the form stands. */
export function labelsOf(form: FormContext, fields: Snippet, around: Map<unknown, unknown>): Labels {
	return server ? drawnAside(server.render, form, fields, around) : inThePage(form.name);
}

function drawnAside(render: Draw, form: FormContext, fields: Snippet, around: Map<unknown, unknown>): Labels {
	const labels = new Map<string, string>();
	const listening = Object.create(form, {
		named: { value: (field: string, label: string) => labels.set(field, label) },
	}) as FormContext;
	const context = new Map(around).set(FORM_CONTEXT, listening);
	// Drawing happens when the result is read.
	void render(FieldsAside, { props: { fields }, context }).body;
	return labels;
}

function inThePage(name: string): Labels {
	const fields = document.querySelectorAll<HTMLElement>(`#form-${CSS.escape(name)} [data-field]`);
	return new Map([...fields].map((field) => [field.dataset['field'] ?? '', field.textContent]));
}
