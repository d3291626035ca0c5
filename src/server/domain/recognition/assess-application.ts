/** An officer writes down what an application is worth; deciding about it is the engine's. */
import { subjectForOffice } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, type Granted } from '#platform/result';
import type { OrganisationId } from '#shared/actor';
import { demand } from './abilities.ts';
import { assessmentOf, keepAssessment, type AssessmentOf, type StoredAssessment } from './assessments.sql.ts';
import type { Assessment, LabelRule } from './assessment.ts';
import type { ApplicationId } from './label.ts';
import { labelRuleOf } from './rules.sql.ts';
import { labelCaseKind } from './send-application.ts';

export type AssessApplication = {
	readonly case: string;
	readonly assessment: Assessment;
	readonly wordsLocale: string;
};

/**
 * Keeps it, complete or not, over what the same officer wrote at this step before. NotFound outside the officer's
 * reach and without an open look; Forbidden for who is too near.
 */
export async function assessApplication(
	ctx: Context,
	{ case: id, assessment, wordsLocale }: AssessApplication,
): Promise<Granted<{ readonly step: string }>> {
	return inTransaction(ctx, async (inside) => {
		const { application, by } = await reachAtDesk(inside, id);
		await keepAssessment(inside, by, { application, assessment, wordsLocale });
		await audit(inside, 'recognition.assessed', { kind: 'application', id: application }, { step: by.step });
		return granted({ step: by.step });
	});
}

export type AssessmentDesk = {
	readonly step: string;
	readonly rule: LabelRule;
	/** What this officer wrote at this step so far. */
	readonly assessment: StoredAssessment | undefined;
};

/** What the page that assesses begins with. The same refusals as `assessApplication`. */
export async function assessmentFor(ctx: Context, caseId: string): Promise<AssessmentDesk> {
	const { by, organisation } = await reachAtDesk(ctx, caseId);
	return {
		step: by.step,
		rule: await labelRuleOf(ctx, organisation),
		assessment: await assessmentOf(ctx, by),
	};
}

type AtDesk = {
	readonly application: ApplicationId;
	readonly by: AssessmentOf;
	readonly organisation: OrganisationId;
};

/** The application at the officer's desk, while its look is open. */
export async function reachAtDesk(ctx: Context, id: string): Promise<AtDesk> {
	const { kind, subject, step, lookIsOpen } = await subjectForOffice(ctx, id);
	if (kind !== labelCaseKind || !lookIsOpen) throw new NotFound('case');
	demand(ctx, 'recognition.assess', { mayDecide: step !== undefined });
	if (!step || ctx.actor.kind !== 'officer') throw new NotFound('step');
	const { office } = ctx.actor;
	return { application: subject, by: { step: step.id, office }, organisation: step.organisation };
}
