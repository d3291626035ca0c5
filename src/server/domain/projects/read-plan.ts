/** The founder's desk: the plan with everything that the form needs beside it. */
import { countryLabels, timeZoneOf, type CountryLabel } from '#domain/places';
import { chainsFor } from '#domain/support';
import type { Context } from '#platform/context';
import { formatTime } from '#shared/format';
import { demand } from './abilities.ts';
import { candidatesFor, foundingPlacesOf, me, nameOf, type Candidate } from './founders.ts';
import { fittingPlace, mayFoundKind, type FoundingPlace, type Misfit } from './founding.ts';
import type { Plan } from './plan.ts';
import { differences, planReader, type PlanText } from './plan-texts.ts';
import { projectKinds, type ProjectKind, type ProjectState } from './project.ts';
import { reachProject, type Project } from './read-project.ts';
import { newestDecline } from './steps.sql.ts';

export type CofounderOption = {
	readonly id: string;
	readonly name: string;
	readonly school: string | undefined;
	readonly country: CountryLabel | undefined;
	/** Why this contact cannot be invited to a project as it stands now; undefined when nothing hinders. */
	readonly hindrance: Misfit | 'not-available' | 'cofounder-not-validated' | undefined;
};

export type PlanDesk = {
	readonly address: string;
	readonly shortId: string;
	readonly state: ProjectState;
	readonly version: number;
	/** The time of day at which it was saved last, where the founder's school is. */
	readonly savedAt: string;
	/** Of the founder's school; its clock tells when the plan was saved. */
	readonly country: string;
	readonly kind: ProjectKind;
	/** The kinds the founder may choose from; one when it stands already. */
	readonly kinds: readonly ProjectKind[];
	readonly school: string;
	/** The founder's schools; one when the plan was sent already. */
	readonly schools: readonly { readonly id: string; readonly name: string }[];
	readonly plan: Plan;
	readonly lang: string;
	readonly cofounder: string | undefined;
	readonly candidates: readonly CofounderOption[];
	/** The newest answer that was no. */
	readonly decline: { readonly name: string; readonly words: string | undefined } | undefined;
	/** What the support organisations said, when they sent it back. */
	readonly refusals: readonly Refusal[];
};

export type Refusal = {
	readonly organisation: string;
	readonly reason: string | undefined;
	readonly words: string | undefined;
	readonly lang: string | undefined;
};

/** A plan as the next project may begin with it, with the language it is written in. */
export async function planToPassOn(
	ctx: Context,
	shortId: string,
): Promise<{ readonly kind: ProjectKind; readonly locale: string; readonly plan: Plan }> {
	const project = await reachProject(ctx, shortId);
	demand(ctx, 'projects.read-plan', project);
	// who else may come, and the money, are matters of that project alone
	const own = { erasmusNumber: '', partnersWanted: undefined, partnersUntil: undefined, partnersFrom: [] };
	return { kind: project.kind, locale: project.locale, plan: { ...project.plan, ...own } };
}

/** The plan for its founder, while it may be written. */
export async function planFor(ctx: Context, shortId: string): Promise<PlanDesk> {
	const project = await reachProject(ctx, shortId);
	demand(ctx, 'projects.write-plan', project);
	const places = await foundingPlacesOf(ctx, me(ctx));
	const own = places.find((place) => place.school === project.founderSchool);
	const schools = project.kindStands ? places.filter((place) => place === own) : places;
	const kinds = projectKinds.filter((kind) => places.some((place) => mayFoundKind(kind, place)));
	return {
		address: project.address,
		shortId: project.shortId,
		state: project.state,
		version: project.version,
		country: own?.country ?? '',
		savedAt: formatTime(project.savedAt, ctx.locale, await timeZoneOf(ctx, own?.country)),
		kind: project.kind,
		kinds: project.kindStands ? [project.kind] : kinds,
		school: project.founderSchool,
		schools: schools.map((place) => ({ id: place.school, name: place.name })),
		plan: project.plan,
		lang: project.locale,
		cofounder: project.cofounderChoice,
		candidates: project.state === 'draft' ? await optionsFor(ctx, project, own) : [],
		decline: project.state === 'draft' ? await declineOf(ctx, project) : undefined,
		refusals: project.state === 'refused' ? await refusalsOf(ctx, project) : [],
	};
}

async function optionsFor(
	ctx: Context,
	project: Project,
	own: FoundingPlace | undefined,
): Promise<CofounderOption[]> {
	const country = await countryLabels(ctx);
	return (await candidatesFor(ctx)).map((candidate) => {
		const [place] = candidate.places;
		return {
			id: candidate.id,
			name: candidate.name,
			school: place?.name,
			country: place && country(place.country),
			hindrance: hindranceOf(project, own, candidate),
		};
	});
}

function hindranceOf(
	project: Project,
	own: FoundingPlace | undefined,
	candidate: Candidate,
): CofounderOption['hindrance'] {
	if (!candidate.available) return 'not-available';
	if (candidate.places.length === 0) return 'cofounder-not-validated';
	const fit = own && fittingPlace(project.kind, own, candidate.places);
	return fit && 'misfit' in fit ? fit.misfit : undefined;
}

async function declineOf(ctx: Context, project: Project): Promise<PlanDesk['decline']> {
	const decline = await newestDecline(ctx, project.id);
	return decline && { name: await nameOf(ctx, decline.person_id), words: decline.words ?? undefined };
}

async function refusalsOf(ctx: Context, project: Project): Promise<Refusal[]> {
	const chain = (await chainsFor(ctx, 'project', [project.id])).get(project.id);
	const refused = chain?.steps.filter((step) => step.state === 'refused') ?? [];
	return refused.map((step) => ({
		organisation: step.organisation.name,
		reason: step.reason,
		words: step.words,
		lang: step.wordsLocale,
	}));
}

/** After a conflict: what stands in the stored plan where it differs from what was typed. */
export type PlanChanges = { readonly version: number; readonly changes: readonly PlanText[] };

export async function planChangesFor(
	ctx: Context,
	shortId: string,
	typed: { readonly plan: Plan; readonly kind: ProjectKind | undefined },
): Promise<PlanChanges> {
	const project = await reachProject(ctx, shortId);
	demand(ctx, 'projects.write-plan', project);
	const { kind, locale, version } = project;
	const tried = { plan: typed.plan, kind: typed.kind ?? kind, locale };
	const changes = differences(project, tried, await planReader(ctx));
	return { version, changes };
}
