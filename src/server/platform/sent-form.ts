/** From what a form sent to a typed input, or to the reply that keeps what was typed and says what is wrong. */
import type { z } from 'zod';
import { t } from '#messages/form';
import { FORM_KEY, type FormReply } from '#shared/form';
import { Invalid } from './errors.ts';
import type { SentForm } from './forms.ts';

type Values = Record<string, string | string[]>;

export type ReadForm<T> =
	| {
			readonly ok: true;
			readonly input: T;
			/** For `once`: form, key and body as sent. */
			readonly sent: SentForm;
			/** The reply for a refusal of the use case: keeps what was typed. */
			readonly refusal: (message: string, field?: string) => FormReply;
			/** The reply that only keeps what was typed: something was shown, and nothing done. */
			readonly asTyped: FormReply;
	  }
	| { readonly ok: false; readonly reply: FormReply };

/**
 * Reads and checks a form. Unknown fields, fields sent twice that are no lists, and files in text
 * fields throw Invalid (a clear page, nothing written); what a person can mend comes back as a reply.
 */
export async function readForm<Shape extends z.ZodRawShape>(
	request: Request,
	name: string,
	schema: z.ZodObject<Shape>,
): Promise<ReadForm<z.output<z.ZodObject<Shape>>>> {
	const fields = await fieldsOf(request);
	const key = takeKey(fields);
	const values = valuesOf(fields, schema.shape);
	const parsed = schema.safeParse(values);
	const reply = (errors: Record<string, string>, message?: string): FormReply =>
		message === undefined
			? { form: name, values: withoutSecrets(values), errors }
			: { form: name, values: withoutSecrets(values), errors, message };
	if (!parsed.success) return { ok: false, reply: reply(errorsOf(parsed.error)) };
	return {
		ok: true,
		input: parsed.data,
		sent: { form: name, key, body: JSON.stringify(values) },
		asTyped: reply({}),
		refusal: (message, field) => (field === undefined ? reply({}, message) : reply({ [field]: message })),
	};
}

/** What cannot be read as a form is none of ours. That one is too large, the server found out itself. */
async function fieldsOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (error) {
		if (error instanceof Error && 'status' in error && error.status === 413) throw error;
		throw new Invalid('unreadable-form');
	}
}

function takeKey(fields: FormData): string {
	const keys = fields.getAll(FORM_KEY);
	fields.delete(FORM_KEY);
	const [key] = keys;
	if (keys.length !== 1 || typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key))
		throw new Invalid('form-key');
	return key;
}

function valuesOf(fields: FormData, shape: z.ZodRawShape): Values {
	const values: Values = Object.create(null) as Values;
	for (const name of new Set(fields.keys())) {
		const type = Object.hasOwn(shape, name) ? shape[name] : undefined;
		if (!type) throw new Invalid('unknown-field');
		const sent = fields.getAll(name).map((value) => {
			if (typeof value !== 'string') throw new Invalid('file-in-text-field');
			return readable(value);
		});
		if (isList(type)) values[name] = sent;
		else if (sent.length === 1) values[name] = sent[0] ?? '';
		else throw new Invalid('repeated-field');
	}
	return values;
}

/** Composed, with one kind of line end, and without signs that nobody sees; NUL no database holds. */
function readable(text: string): string {
	return text
		.normalize('NFC')
		.replaceAll('\r\n', '\n')
		.replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

function isList(type: z.core.$ZodType): boolean {
	const { def } = type._zod;
	if (def.type === 'array') return true;
	// a default or optional wraps its type, a transformation comes after it
	if ('in' in def) return isList(def.in as z.core.$ZodType);
	return 'innerType' in def && isList(def.innerType as z.core.$ZodType);
}

/** Passwords and codes are never sent back. */
function withoutSecrets(values: Values): Values {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|code|secret/i.test(name)));
}

function errorsOf(error: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of error.issues) {
		const field = String(issue.path[0] ?? '');
		errors[field] ??= textOf(issue);
	}
	return errors;
}

function textOf(issue: z.core.$ZodIssue): string {
	if (issue.code === 'custom') return issue.message;
	if (issue.code === 'too_big')
		return t(`form.problem.${tooMuch(issue.origin)}`, { most: Number(issue.maximum) });
	if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) {
		return t('form.problem.missing');
	}
	if (issue.code === 'too_small')
		return t(`form.problem.${tooLittle(issue.origin)}`, { least: Number(issue.minimum) });
	if (issue.code === 'invalid_value') return t('form.problem.choose');
	return t(issue.code === 'invalid_type' ? 'form.problem.missing' : 'form.problem.invalid');
}

function tooMuch(origin: string): 'too-long' | 'too-many' | 'too-big' {
	if (origin === 'string') return 'too-long';
	return origin === 'array' ? 'too-many' : 'too-big';
}

function tooLittle(origin: string): 'too-short' | 'too-few' | 'too-small' {
	if (origin === 'string') return 'too-short';
	return origin === 'array' ? 'too-few' : 'too-small';
}
