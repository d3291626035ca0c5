/** What there is for a place: as its person sees it, and as an officer does. */
import { schoolFor } from '#domain/schools';
import { subjectForOffice, type CaseId } from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { system } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { demand } from '../../abilities.ts';
import type { AffiliationId } from '../affiliation.ts';
import { affiliationsById } from '../affiliations.sql.ts';
import { addressOfPerson } from '../../sign-in/logins.sql.ts';
import { officerIsNeeded, openCaseOf } from './case-of-place.ts';
import { isSchoolDomain, validatedBefore, voicesFor, type HeadLetter, type Weight } from './evidence.ts';
import { colleaguesAt, hintFor, lettersAbout, vouchesFor, type MailboxHint } from './evidence.sql.ts';
import { languageOfSchool, mailboxFor, type KnownMailbox } from './mailboxes.ts';

/** What the applicant may know: who was asked and who has answered, not what colleagues said. */
export type OwnEvidence = {
	/** The newest letter to the school. */
	readonly letter: HeadLetter | undefined;
	readonly headDecides: boolean;
	readonly colleagues: {
		readonly weight: Weight;
		readonly asked: number;
		readonly needed: number;
		readonly voices: number;
	};
	/** An officer looks at this place whatever others say. */
	readonly officerIsNeeded: boolean;
	readonly hint: MailboxHint | undefined;
};

type Place = { readonly id: AffiliationId; readonly person: string; readonly school: string };

/** Undefined while nobody can decide about the place. The caller has reached the place as its person's. */
export async function evidenceForPerson(ctx: Context, place: Place): Promise<OwnEvidence | undefined> {
	const open = await openCaseOf(ctx, place.id);
	if (!open) return undefined;
	const { rule } = open;
	const colleagues = await colleaguesAt(ctx, place.school, validatedBefore(rule, ctx.now));
	return {
		letter: (await lettersAbout(ctx, [place.id])).at(-1),
		headDecides: rule.head === 'decides',
		colleagues: {
			weight: rule.colleagues,
			asked: colleagues.filter(({ person }) => person !== place.person).length,
			needed: rule.colleaguesNeeded,
			voices: voicesFor(await vouchesFor(ctx, place.id)),
		},
		officerIsNeeded: await officerIsNeeded(ctx, place.school),
		hint: await hintFor(ctx, place.id),
	};
}

export type EvidenceForOfficer = {
	readonly mailbox: KnownMailbox | undefined;
	readonly letters: readonly HeadLetter[];
	readonly hint: MailboxHint | undefined;
	/** How many colleagues know the person, and how many do not. */
	readonly knows: number;
	readonly doubts: number;
	readonly ofSchoolDomain: boolean;
	readonly officerIsNeeded: boolean;
	/** The language in which the school is probably written to. */
	readonly writtenIn: Locale;
};

/** Reached through the case at the officer's desk, which has to be open. */
export async function evidenceOfCase(ctx: Context, id: CaseId): Promise<EvidenceForOfficer> {
	const reached = await subjectForOffice(ctx, id);
	const [place] = reached.kind === 'affiliation' ? await affiliationsById(ctx, [reached.subject]) : [];
	if (!place) throw new NotFound('case');
	demand(ctx, 'people.write-to-school', reached);
	return evidenceForOfficer(ctx, place);
}

/** All there is; the caller has opened the case, which is written down. */
export async function evidenceForOfficer(ctx: Context, place: Place): Promise<EvidenceForOfficer> {
	const vouches = await vouchesFor(ctx, place.id);
	const { website } = await schoolFor(asActor(ctx, system), place.school);
	return {
		mailbox: await mailboxFor(ctx, place.school),
		letters: await lettersAbout(ctx, [place.id]),
		hint: await hintFor(ctx, place.id),
		knows: voicesFor(vouches),
		doubts: vouches.filter(({ says }) => says === 'not-known').length,
		ofSchoolDomain: isSchoolDomain((await addressOfPerson(ctx, place.person)) ?? '', website),
		officerIsNeeded: await officerIsNeeded(ctx, place.school),
		writtenIn: await languageOfSchool(ctx, place.school),
	};
}
