/** How fields find the form they stand in: its name, what was typed before, what is to be mended. */
import { getContext, setContext } from 'svelte';

export type FormContext = {
	readonly name: string;
	readonly pending: boolean;
	/** Whether what is shown is the answer to a form that was sent. */
	readonly sent: boolean;
	value(field: string): string | string[] | undefined;
	error(field: string): string | undefined;
	/** Hears the label of each field where somebody wants to know. */
	named?(field: string, label: string): void;
};

export const FORM_CONTEXT = Symbol('form');

export function provideForm(form: FormContext): void {
	setContext(FORM_CONTEXT, form);
}

/** The form around this component, or an empty one for a field that stands alone (a search in a GET form). */
export function formAround(): FormContext {
	return (
		getContext<FormContext | undefined>(FORM_CONTEXT) ?? {
			name: 'page',
			pending: false,
			sent: false,
			value: () => undefined,
			error: () => undefined,
		}
	);
}

/** The id of a field's control; error summaries link to it. */
export function fieldId(form: string, field: string): string {
	return `${form}-${field}`;
}

/** One text of what was typed. */
export function oneOf(value: string | string[] | undefined): string | undefined {
	return Array.isArray(value) ? value[0] : value;
}

/** All texts of what was typed. */
export function allOf(value: string | string[] | undefined): string[] | undefined {
	return typeof value === 'string' ? [value] : value;
}
