/** What the pages of settings do alike: a change is looked at, then set, and a version is taken back. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/support';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import type { Result } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { wholeNumber } from '#shared/form-fields';
import { formatDate } from '#shared/format';

const undoForm = z.object({ version: wholeNumber(1, 999_999_999) });

type Asked = z.ZodRawShape & { readonly since: z.ZodISODate };
type Input<Shape extends Asked> = z.output<z.ZodObject<Shape>>;

/** One setting, as its page changes it; `Shape` is what its form asks, with the day from which it holds. */
export type Setting<Shape extends Asked, Before, Reason extends string> = {
	/** What the form that sets it is called. */
	readonly name: string;
	readonly form: z.ZodObject<Shape>;
	/** What holds without the change, or why it cannot be made. */
	readonly preview: (ctx: Context, input: Input<Shape>) => Promise<Result<Before, Reason>>;
	readonly set: (ctx: Context, input: Input<Shape>) => Promise<Result<undefined, Reason>>;
	readonly undo: (ctx: Context, version: number) => Promise<Result<undefined, 'nothing-before'>>;
	readonly why: (reason: Reason, input: Input<Shape>) => string;
};

/** A change that begins today begins now. */
export function beginning(since: string, now: Date): Date {
	return since === now.toISOString().slice(0, 10) ? now : new Date(`${since}T00:00:00Z`);
}

/** The change that stands in the address, what is wrong with it, or neither where none is asked for. */
export async function lookedAt<Shape extends Asked, Before, Reason extends string, Shown extends object>(
	{ form, preview, why }: Setting<Shape, Before, Reason>,
	{ ctx, locale }: App.Locals,
	asked: Readonly<Record<string, string>>,
	show: (input: Input<Shape>, before: Before) => Shown,
) {
	if (!('since' in asked)) return {};
	const read = form.safeParse(asked);
	if (!read.success) return { problem: t('support.settings.incomplete') };
	const outcome = await preview(ctx, read.data);
	if (!outcome.ok) return { problem: why(outcome.reason, read.data) };
	const sent = Object.entries(read.data).map(([name, value]) => ({ name, value: String(value) }));
	const since = formatDate(new Date(`${asked['since']}T00:00:00Z`), locale, 'UTC');
	return { preview: { ...show(read.data, outcome.value), form: sent, since } };
}

/** The two deeds of the page, each of which leads back to it. */
export function settingDeeds<Shape extends Asked, Before, Reason extends string>(
	setting: Setting<Shape, Before, Reason>,
) {
	return {
		set: async ({ request, locals, url }: RequestEvent) => {
			const form = await readForm(request, setting.name, setting.form);
			if (!form.ok) return fail(400, { reply: form.reply });
			const outcome = await once(locals.ctx, form.sent, (ctx) => setting.set(ctx, form.input));
			if (!outcome.ok)
				return fail(409, { reply: form.refusal(setting.why(outcome.reason, form.input), outcome.field) });
			redirect(303, `${url.pathname}?done=set`);
		},
		undo: async ({ request, locals, url }: RequestEvent) => {
			const form = await readForm(request, `undo-${setting.name}`, undoForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const outcome = await once(locals.ctx, form.sent, (ctx) => setting.undo(ctx, form.input.version));
			if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
			redirect(303, `${url.pathname}?done=undone`);
		},
	};
}
