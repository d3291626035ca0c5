/** What a teacher sees of a label: why she can apply or not, what she wrote, who has it, what came back. */
import { timeZoneOf } from '#domain/places';
import { chainsFor, type Chain } from '#domain/support';
import { participations } from '#domain/projects';
import { schoolFor } from '#domain/schools';
import { t } from '#messages/recognition';
import { asActor, type Context } from '#platform/context';
import { system } from '#shared/actor';
import { formatDate, formatTime } from '#shared/format';
import { demand, may } from './abilities.ts';
import { totalOf } from './assessment.ts';
import { givenTo, type StoredAssessment } from './assessments.sql.ts';
import { placesTaken } from './applications.sql.ts';
import { pagesToName, type EvidencePage } from './evidence.ts';
import {
	criteria,
	emptyApplication,
	isRecognised,
	isWritable,
	minimums,
	mostPoints,
	type Application,
	type ApplicationState,
} from './label.ts';
import { applicationsOf, me, reachPart, type ReachedPart } from './reach-part.ts';
import { labelRuleOf } from './rules.sql.ts';
import { labelCaseKind, placeOf } from './send-application.ts';

/** Why there is nothing to write: the kind of the project, its state, the place of the teacher. */
export type Hindrance =
	'national' | 'initial-teacher-education' | 'not-open' | 'left' | 'no-place' | 'places-used';

export type GivenMark = {
	readonly about: string;
	/** `4 of 5`, or whether it is met. */
	readonly result: string;
	readonly points: number | undefined;
	readonly low: boolean;
	readonly words: string;
};

/** What was given to the teacher, in her language but for the officer's own words. */
export type GivenAssessment = {
	readonly on: string;
	readonly total: string;
	readonly words: string;
	readonly lang: string;
	readonly marks: readonly GivenMark[];
};

export type LabelDesk = {
	readonly address: string;
	readonly shortId: string;
	readonly title: string;
	readonly lang: string;
	readonly state: ApplicationState | 'none';
	readonly hindrance: Hindrance | undefined;
	readonly application: Application;
	/** Of the application's own words. */
	readonly writtenIn: string;
	readonly version: number;
	readonly savedAt: string;
	/** Whose clock the times are of. */
	readonly country: string;
	readonly pages: readonly EvidencePage[];
	/** How many of a school year are taken, and how many there are; undefined without a validated place. */
	readonly places: { readonly taken: number; readonly most: number; readonly left: number } | undefined;
	readonly chain: Chain | undefined;
	readonly given: readonly GivenAssessment[];
	readonly awardedOn: string | undefined;
	readonly canDiscard: boolean;
};

/** The label of one's own part in a project. NotFound and Forbidden as `reachPart` says. */
export async function labelFor(ctx: Context, shortId: string): Promise<LabelDesk> {
	const reached = await reachPart(ctx, shortId);
	demand(ctx, 'recognition.see-part', reached.part);
	const { project, application } = reached;
	const state = application?.state ?? 'none';
	const places = await placesOf(ctx, reached);
	const hindrance = hindranceOf(reached, places);
	const country = places?.country ?? '';
	const zone = await timeZoneOf(ctx, country);
	const chains = application ? await chainsFor(ctx, labelCaseKind, [application.id]) : undefined;
	return {
		address: project.address,
		shortId,
		title: project.title,
		lang: project.lang,
		state,
		hindrance,
		application: application?.written ?? emptyApplication,
		writtenIn: application?.locale ?? ctx.locale,
		version: application?.version ?? 0,
		savedAt: application ? formatTime(application.savedAt, ctx.locale, zone) : '',
		country,
		pages: hindrance === undefined ? await pagesToName(ctx, project) : [],
		places,
		chain: application && chains?.get(application.id),
		given: application ? givenShown(ctx, await givenTo(ctx, [application.id]), zone) : [],
		awardedOn: application?.awardedAt && formatDate(application.awardedAt, ctx.locale, zone),
		canDiscard: application !== undefined && may(ctx.actor, 'recognition.discard', application),
	};
}

async function placesOf(ctx: Context, { person, school, part }: ReachedPart) {
	if (!may(ctx.actor, 'recognition.apply', part)) return undefined;
	const place = await placeOf(ctx, person, school);
	const taken = await placesTaken(ctx, person, place.schoolYear);
	const { applicationsAYear: most } = await labelRuleOf(ctx, place.organisation);
	const { country } = await schoolFor(asActor(ctx, system), place.school);
	return { taken, most, left: Math.max(0, most - taken), country };
}

function hindranceOf(
	{ project, part, application }: ReachedPart,
	places: { readonly left: number } | undefined,
): Hindrance | undefined {
	if (application && !isWritable(application.state)) return undefined;
	if (project.kind !== 'european') return project.kind;
	if (!isRecognised(part)) return 'not-open';
	if (!part.takesPart) return 'left';
	if (!places) return 'no-place';
	return places.left === 0 && application === undefined ? 'places-used' : undefined;
}

function givenShown(ctx: Context, given: readonly StoredAssessment[], zone: string): GivenAssessment[] {
	return given.map((assessment) => ({
		on: assessment.givenAt ? formatDate(assessment.givenAt, ctx.locale, zone) : '',
		total: t('recognition.given.total', { points: totalOf(assessment), most: criteria.length * mostPoints }),
		words: assessment.words,
		lang: assessment.wordsLocale,
		marks: [
			...criteria.map((criterion) => {
				const points = assessment.points[criterion] ?? 0;
				return {
					about: t(`recognition.about.${criterion}`),
					result: t('recognition.given.points', { points, most: mostPoints }),
					points,
					low: points < 2,
					words: assessment.notes[criterion] ?? '',
				};
			}),
			...minimums.map((minimum) => {
				const met = assessment.met[minimum] === true;
				return {
					about: t(`recognition.about.${minimum}`),
					result: met ? t('recognition.given.met') : t('recognition.given.not-met'),
					points: undefined,
					low: !met,
					words: assessment.notes[minimum] ?? '',
				};
			}),
		],
	}));
}

export type OwnLabel = {
	readonly address: string;
	readonly title: string;
	readonly lang: string;
	readonly state: ApplicationState;
	readonly on: string | undefined;
	/** Who has it now. */
	readonly holder: string | undefined;
	/** The next step is the teacher's. */
	readonly needsMe: boolean;
};

/** My applications and labels, what needs me first. */
export async function ownLabels(ctx: Context): Promise<OwnLabel[]> {
	demand(ctx, 'recognition.see-own');
	const applications = await applicationsOf(ctx, me(ctx));
	const projects = await participations(
		ctx,
		applications.map(({ project }) => project),
	);
	const sent = applications.filter(({ state }) => state === 'sent').map(({ id }) => id);
	const chains = await chainsFor(ctx, labelCaseKind, sent);
	const own = applications.flatMap(({ id, project, state, awardedAt }): OwnLabel[] => {
		const found = projects.get(project);
		if (!found) return [];
		const chain = chains.get(id);
		return [
			{
				...{ address: found.address, title: found.title, lang: found.lang, state },
				on: awardedAt && formatDate(awardedAt, ctx.locale, 'UTC'),
				holder: chain?.holder,
				needsMe: isWritable(state) || (chain?.applicantHolds ?? false),
			},
		];
	});
	return own.toSorted((one, other) => Number(other.needsMe) - Number(one.needsMe));
}
