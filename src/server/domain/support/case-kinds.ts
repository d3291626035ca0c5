/** What the engine asks of the parts whose things it decides: it knows no kind itself. */
import { parts } from '#platform/part';
import type { Context } from '#platform/context';
import type { OfficeId, OrganisationId, PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import type { Decision } from './approval.ts';
import type { ParticularReason } from './reasons.ts';

export type CaseId = string;
export type StepId = string;
export type QuestionId = string;

export type CaseOutcome = 'granted' | 'refused' | 'withdrawn';

/** A label and what stands behind it, both in the reader's language. */
export type Fact = readonly [label: string, value: string];

/** One field of a snapshot as an officer reads it; `field` is its key in the snapshot. */
export type SnapshotField = {
	readonly field: string;
	readonly label: string;
	readonly value: string;
	/** The language a person wrote the value in, where one did. */
	readonly locale?: string;
};

/** What the thing looked like when a round began: plain facts by field. */
export type Snapshot = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type CaseDescription = {
	/** Names the thing without naming a person: "Teacher at Escola Básica da Ribeira". */
	readonly title: string;
	/** Where the applicant sees and corrects the thing; without the language. */
	readonly path: string;
	readonly facts: readonly Fact[];
	/** Town and country, as one line. */
	readonly place?: string;
	/** The language of the title where it is not the reader's. */
	readonly locale?: string;
};

/** Persons with an account, and how many others are named. */
export type PersonsShown = { readonly persons: readonly PersonId[]; readonly others: number };

export type DecidedCase = {
	readonly case: CaseId;
	readonly kind: string;
	readonly subject: string;
	readonly outcome: CaseOutcome;
	/** Whose decision ended the round; nobody's when it was withdrawn. */
	readonly organisation?: OrganisationId;
	/** Of a refusal: one of the list, and what the officer wrote. */
	readonly reason?: string;
	readonly words?: string;
	readonly wordsLocale?: string;
};

export type Near = { readonly person: PersonId; readonly school?: string | undefined };

/** `not-weighed`: something is still to be written down; `weighed-otherwise`: what was written speaks against it. */
export type WeighingRefusal = 'not-weighed' | 'weighed-otherwise';

/** A step that an officer is about to decide. */
export type Weighed = {
	readonly subject: string;
	readonly step: StepId;
	/** Whose step it is. */
	readonly organisation: OrganisationId;
	readonly office: OfficeId;
	readonly decision: Decision;
};

export interface CaseKind {
	/** What the desk calls cases of this kind: "Teachers at schools". */
	readonly label?: () => string;
	/** Reasons of refusal that fit this kind, shown before the general ones. */
	readonly reasons?: readonly ParticularReason[];
	/** What every officer of the queue may see: no name, address or words of a person. */
	describe(ctx: Context, subjects: readonly string[]): Promise<Map<string, CaseDescription>>;
	/**
	 * What opening the case shows besides: names, the domain of the address. A kind that has this keeps its
	 * personal facts and snapshots closed until the officer opens them, which is written down.
	 */
	reveal?(ctx: Context, subject: string): Promise<readonly Fact[]>;
	/** Whose data `reveal` shows besides that of whoever sent the case: each of them counts, and sees the look. */
	shows?(ctx: Context, subject: string): Promise<PersonsShown>;
	/** A snapshot as labelled fields, in order; two snapshots compared by field are what changed. */
	fields?(ctx: Context, snapshot: Snapshot): Promise<readonly SnapshotField[]> | readonly SnapshotField[];
	/**
	 * Who stands too near to these things to decide about them although they are no parties, each with the school they
	 * stand for: nobody of them is told or asked anything.
	 */
	near?(ctx: Context, subjects: readonly string[]): Promise<ReadonlyMap<string, readonly Near[]>>;
	/** Where officers weigh such a case before they decide it. Nothing of this kind is decided by one click or in bulk. */
	readonly weighing?: {
		/** The page beside the case, and what leads to it: "Give points and decide". */
		readonly page: string;
		readonly label: () => string;
		/** What the decision still lacks; asked in the transaction that decides. */
		lacks(ctx: Context, weighed: Weighed): Promise<WeighingRefusal | undefined>;
	};
	/** Runs in the transaction of the outcome, for every outcome and once: may only write rows. */
	decided(ctx: Context, decided: DecidedCase): Promise<void>;
	/** True when the part tells the parties of outcomes itself; otherwise the engine does. */
	readonly tellsOutcome?: true;
}

export type Standing = {
	/** Where the person works or says so, not ended: an officer decides nothing of a colleague. */
	readonly schools: readonly string[];
	/** The language in which the person is told things. */
	readonly locale: Locale;
};

declare module '#platform/part' {
	interface Part {
		/** The kinds of case this part hands to the approval engine. */
		readonly cases?: Readonly<Record<string, CaseKind>>;
		/** What support asks about persons; given by the part that knows them. */
		readonly standingOf?: (
			ctx: Context,
			persons: readonly PersonId[],
		) => Promise<ReadonlyMap<PersonId, Standing>>;
	}
	interface Events {
		'case.decided': DecidedCase;
	}
}

/** The kind as its part declares it. */
export function caseKind(kind: string): CaseKind {
	for (const part of parts()) {
		const found = part.cases?.[kind];
		if (found) return found;
	}
	throw new Error(`no part declares cases of the kind ${kind}`);
}

/** Descriptions of many cases, one question per kind. */
export async function describeCases(
	ctx: Context,
	cases: readonly { readonly id: CaseId; readonly kind: string; readonly subject: string }[],
): Promise<Map<CaseId, CaseDescription>> {
	const described = new Map<CaseId, CaseDescription>();
	for (const kind of new Set(cases.map((each) => each.kind))) {
		const ofKind = cases.filter((each) => each.kind === kind);
		const descriptions = await caseKind(kind).describe(
			ctx,
			ofKind.map((each) => each.subject),
		);
		for (const { id, subject } of ofKind) {
			const description = descriptions.get(subject);
			if (description) described.set(id, description);
		}
	}
	return described;
}

/** Where these persons work and which language they read; nobody stands in a process without the part of people. */
export async function standingOf(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Standing>> {
	for (const part of parts()) if (part.standingOf) return part.standingOf(ctx, persons);
	return new Map();
}
