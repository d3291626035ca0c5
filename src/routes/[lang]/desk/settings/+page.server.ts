import { t } from '#messages/support';
import { namesOf } from '#domain/people';
import {
	clockKinds,
	clockSettings,
	previewClocks,
	setClocks,
	undoClocks,
	type ClockPreview,
	type ClockRefusal,
} from '#domain/support/central';
import { clocksForm, clocksOfForm, everywhereChoice } from './clocks-form.ts';
import { lookedAt, settingDeeds, type Setting } from './setting-deeds.ts';
import { clockWords, showPreview } from './show-clocks.ts';
import { organisationChoices, showVersions } from './show-versions.ts';
import type { Actions, PageServerLoad } from './$types';

const clocks: Setting<typeof clocksForm.shape, ClockPreview, ClockRefusal> = {
	name: 'clocks',
	form: clocksForm,
	preview: (ctx, input) => previewClocks(ctx, clocksOfForm(input, ctx.now)),
	set: (ctx, input) => setClocks(ctx, clocksOfForm(input, ctx.now)),
	undo: undoClocks,
	why: (reason) => t(`support.refusal.${reason}`),
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await clockSettings(ctx);
	const names = await namesOf(
		ctx,
		settings.flatMap(({ setBy }) => setBy ?? []),
	);
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...(await lookedAt(clocks, locals, asked, showPreview)),
		versions: showVersions(settings, clockWords, names, locale),
		today: ctx.now.toISOString().slice(0, 10),
		kinds: [
			{ value: everywhereChoice, label: t('support.desk.all-kinds') },
			...clockKinds().map(({ kind, name }) => ({ value: kind, label: name })),
		],
		organisations: await organisationChoices(ctx),
		done: url.searchParams.get('done'),
	};
};

const { set, undo } = settingDeeds(clocks);

export const actions = {
	set,
	undo,
} satisfies Actions;
