/** The application goes to the support organisation: a first time, and once more after a refusal. */
import { timeZoneOf } from '#domain/places';
import { validatedAffiliations } from '#domain/people';
import { schoolFor } from '#domain/schools';
import { openCase, organisationFor, reopenCase, type Snapshot } from '#domain/support';
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { system, type OrganisationId, type PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { caseOf, holdApplicationsOf, insertSubmission, placesTaken } from './applications.sql.ts';
import { pagesToName } from './evidence.ts';
import { problemsOf, schoolYearOf } from './label.ts';
import { reachPart, type ReachedPart, type StoredApplication } from './reach-part.ts';
import { labelRuleOf } from './rules.sql.ts';

export const labelCaseKind = 'national-quality-label';

/** `places-used`: as many as there are in a school year have been sent. */
export type SendingRefusal = 'incomplete' | 'places-used' | 'already-granted';

/** Opens its case, or begins the second round. The second application of a project takes no place of the year. */
export async function sendApplication(
	ctx: Context,
	input: { readonly project: string },
): Promise<Result<undefined, SendingRefusal>> {
	return inTransaction(ctx, async (inside) => {
		await holdApplicationsOf(inside, (await reachPart(inside, input.project)).person);
		const reached = await reachPart(inside, input.project);
		const { part, application } = reached;
		demand(inside, 'recognition.apply', part);
		if (!application) throw new NotFound('application');
		demand(inside, 'recognition.write', application);
		if (Object.keys(problemsOf(application.written, application.state)).length > 0)
			return refused('incomplete');
		const outcome = await (application.state === 'refused'
			? again(inside, reached, application)
			: first(inside, reached, application));
		if (!outcome.ok) return outcome;
		const sent = { kind: 'application', id: application.id };
		await audit(inside, 'recognition.application-sent', sent, { round: application.round + 1 });
		return granted();
	});
}

async function first(
	ctx: Context,
	{ project, person, school }: ReachedPart,
	application: StoredApplication,
): Promise<Result<undefined, 'places-used'>> {
	const place = await placeOf(ctx, person, school);
	const { applicationsAYear } = await labelRuleOf(ctx, place.organisation);
	if ((await placesTaken(ctx, person, place.schoolYear)) >= applicationsAYear) return refused('places-used');
	const opened = await openCase(ctx, {
		kind: labelCaseKind,
		subject: application.id,
		applicant: person,
		parties: [{ person, school: place.school }],
		stages: [[place.organisation]],
		snapshot: await snapshotOf(ctx, project, application),
	});
	await insertSubmission(ctx, {
		...{ application: application.id, round: 1, case: opened },
		...{ school: school ?? place.school, schoolYear: place.schoolYear },
	});
	return granted();
}

async function again(
	ctx: Context,
	{ project, person, school }: ReachedPart,
	application: StoredApplication,
): Promise<Result<undefined, 'already-granted'>> {
	const place = await placeOf(ctx, person, school);
	const approval = await caseOf(ctx, application.id);
	if (approval === undefined) throw new Error('a refused application without a case');
	const reopened = await reopenCase(ctx, {
		kind: labelCaseKind,
		subject: application.id,
		note: application.written.note,
		noteLocale: application.locale,
		parties: [{ person, school: place.school }],
		stages: [[place.organisation]],
		snapshot: await snapshotOf(ctx, project, application),
	});
	if (!reopened.ok) return reopened;
	await insertSubmission(ctx, {
		...{ application: application.id, round: 2, case: approval },
		...{ school: application.school ?? school ?? place.school, schoolYear: place.schoolYear },
	});
	return granted();
}

export type ApplyingPlace = {
	readonly school: string;
	readonly organisation: OrganisationId;
	readonly schoolYear: number;
};

/** Where she works now decides the desk: the school of the project while she is validated there, else her usual one. */
export async function placeOf(
	ctx: Context,
	person: PersonId,
	ofProject: string | undefined,
): Promise<ApplyingPlace> {
	const places = await validatedAffiliations(ctx, person);
	const place = places.find(({ school }) => school === ofProject) ?? places[0];
	if (!place) throw new Forbidden('recognition.validated-place');
	const { country, region, language } = await schoolFor(asActor(ctx, system), place.school);
	const organisation = await organisationFor(ctx, {
		country,
		...(region && { region }),
		...(language && { language }),
	});
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: await timeZoneOf(ctx, country) });
	return { school: place.school, organisation, schoolYear: schoolYearOf(today.format(ctx.now)) };
}

async function snapshotOf(
	ctx: Context,
	project: ReachedPart['project'],
	{ written, locale }: StoredApplication,
): Promise<Snapshot> {
	const { evidence, note: _, ...rest } = written;
	const pages = await pagesToName(ctx, project);
	return {
		...rest,
		locale,
		evidence: pages.filter(({ id }) => evidence.includes(id)).map(({ title }) => title),
	};
}
