/** Saving the application from its form, by a button or while typing: one way for both. */
import { t } from '#messages/recognition';
import {
	applicationOf,
	criteria,
	labelFor,
	problemsOf,
	saveApplication,
	type Application,
	type ApplicationInput,
	type ApplicationProblem,
	type ApplicationState,
	type LabelDesk,
	type SavedApplication,
} from '#domain/recognition';
import type { Context } from '#platform/context';
import { once, type SentForm } from '#platform/forms';
import { formatList } from '#shared/format';
import type { Change } from '#ui/draft-answer.ts';

/** Another tab was quicker: what stands there now, as far as it differs. */
export type Hindrance = { readonly message: string; readonly version: number; readonly changes: Change[] };

type Saving =
	| { readonly saved: SavedApplication; readonly hindrance?: undefined }
	| { readonly saved?: undefined; readonly hindrance: Hindrance };

/** Saves what the form carried; says what stands in the way, or the new version. */
export async function saveSent(
	ctx: Context,
	project: string,
	input: ApplicationInput,
	sent?: SentForm,
): Promise<Saving> {
	const application = applicationOf(input);
	const { version } = input;
	const save = (inside: Context) => saveApplication(inside, { project, version, application });
	const outcome = await (sent ? once(ctx, { ...sent, form: `${sent.form}:save` }, save) : save(ctx));
	if (outcome.ok) return { saved: outcome.value };
	const desk = await labelFor(ctx, project);
	const changes = changesOf(ctx, desk, application);
	return {
		hindrance: { message: t(`recognition.refusal.${outcome.reason}`), version: desk.version, changes },
	};
}

function changesOf(ctx: Context, desk: LabelDesk, sent: Application): Change[] {
	const stored = fieldsOf(ctx, desk, desk.application);
	const own = fieldsOf(ctx, desk, sent);
	return stored.filter(({ value }, place) => value !== own[place]?.value);
}

function fieldsOf(ctx: Context, { pages, writtenIn }: LabelDesk, application: Application): Change[] {
	const list = (names: readonly string[]) => formatList(names, ctx.locale);
	const titles = pages.filter(({ id }) => application.evidence.includes(id)).map(({ title }) => title);
	const checked = application.checks.map((check) => t(`recognition.check.${check}`));
	const review = application.review.map((each) => t(`recognition.about.${each}`));
	return [
		{ field: 'checks', label: t('recognition.field.checks'), value: list(checked) },
		...criteria.map((field) => ({
			field,
			label: t(`recognition.about.${field}`),
			value: application[field],
			locale: writtenIn,
		})),
		{ field: 'evidence', label: t('recognition.field.evidence'), value: list(titles) },
		{ field: 'review', label: t('recognition.field.review'), value: list(review) },
		{ field: 'note', label: t('recognition.field.note'), value: application.note, locale: writtenIn },
	];
}

/** What is missing, beside each field; the summary above the form names the fields. */
export function problemTexts(application: Application, state: ApplicationState): Record<string, string> {
	const problems = Object.entries(problemsOf(application, state)) as [string, ApplicationProblem][];
	return Object.fromEntries(problems.map(([field, problem]) => [field, t(`recognition.problem.${problem}`)]));
}
