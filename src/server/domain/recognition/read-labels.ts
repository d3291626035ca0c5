/** Labels as others see them: with a project, a school, a person. */
import { countryLabels, timeZoneOf } from '#domain/places';
import { participations, type Participation } from '#domain/projects';
import { schoolCards } from '#domain/schools';
import { asActor, type Context } from '#platform/context';
import { system, type PersonId } from '#shared/actor';
import { formatDate, formatPlace } from '#shared/format';
import { may } from './abilities.ts';
import {
	labelledProjectsOf,
	labelsHeldBy,
	labelsInProject,
	ownersWithLabel,
	type LabelRow,
} from './labels.sql.ts';

export type LabelOfProject = {
	/** For whoever may know who holds it. */
	readonly person: PersonId | undefined;
	readonly school: string;
	readonly place: string;
	readonly awardedOn: string;
};

/** The labels of a project that the reader has reached; open-to-all but for who holds them. */
export async function labelsOfProject(ctx: Context, project: string): Promise<LabelOfProject[]> {
	const rows = await labelsInProject(ctx, project);
	const names = may(ctx.actor, 'recognition.see-holders');
	const schools = await schoolsOf(ctx, rows);
	const country = await countryLabels(ctx);
	return Promise.all(
		rows.flatMap((row) => {
			const school = schools.get(row.school);
			return school ? [shown(row, school)] : [];
		}),
	);

	async function shown(row: LabelRow, school: { name: string; town: string; country: string }) {
		return {
			person: names ? row.person : undefined,
			school: school.name,
			place: formatPlace([school.town, country(school.country).name], ctx.locale),
			awardedOn: formatDate(row.awardedAt, ctx.locale, await timeZoneOf(ctx, school.country)),
		};
	}
}

/** Which of these projects have a label; open-to-all. */
export async function labelledAmong(ctx: Context, projects: readonly string[]): Promise<ReadonlySet<string>> {
	return labelledOwners(ctx, 'project', projects);
}

/** The same of persons or schools, too; open-to-all: for the lines by which they are found. */
export async function labelledOwners(
	ctx: Context,
	of: 'person' | 'project' | 'school',
	owners: readonly string[],
): Promise<ReadonlySet<string>> {
	return new Set(await ownersWithLabel(ctx, of, owners));
}

export type LabelledProject = {
	readonly address: string;
	readonly title: string;
	readonly lang: string;
	readonly awardedOn: string;
};

/** The projects for which teachers of a school have labels, with how many; the newest first; open-to-all. */
export async function labelsOfSchool(
	ctx: Context,
	school: { readonly id: string; readonly country: string },
): Promise<(LabelledProject & { readonly labels: number })[]> {
	const rows = await labelledProjectsOf(ctx, school.id);
	const projects = await projectsOf(ctx, rows);
	const zone = await timeZoneOf(ctx, school.country);
	return rows.flatMap(({ project, labels, awardedAt }) => {
		const found = projects.get(project);
		return found ? [{ ...labelled(ctx, found, awardedAt, zone), labels }] : [];
	});
}

export type HeldLabel = LabelledProject & { readonly school: string };

/** The labels of a person whose profile the reader has reached, the newest first; open-to-all who have. */
export async function labelsOfPerson(ctx: Context, person: PersonId): Promise<HeldLabel[]> {
	const rows = await labelsHeldBy(ctx, person);
	const projects = await projectsOf(ctx, rows);
	const schools = await schoolsOf(ctx, rows);
	return rows.flatMap(({ project, school, awardedAt }) => {
		const found = projects.get(project);
		// a day is enough of a date that is read far away
		return found
			? [{ ...labelled(ctx, found, awardedAt, 'UTC'), school: schools.get(school)?.name ?? '' }]
			: [];
	});
}

function labelled(
	ctx: Context,
	{ address, title, lang }: Participation,
	awardedAt: Date,
	zone: string,
): LabelledProject {
	return { address, title, lang, awardedOn: formatDate(awardedAt, ctx.locale, zone) };
}

/** Projects that have a label are open or closed, which everybody sees. */
function projectsOf(ctx: Context, rows: readonly { readonly project: string }[]) {
	return participations(
		ctx,
		rows.map(({ project }) => project),
	);
}

function schoolsOf(ctx: Context, rows: readonly { readonly school: string }[]) {
	return schoolCards(
		asActor(ctx, system),
		rows.map(({ school }) => school),
	);
}
