/** What somebody noticed about a school: its kinds, and what an officer compares. */
import type { Snapshot } from '#domain/support';
import { tidyName } from '../names/readable-name.ts';
import { websiteOf, type School, type SchoolId } from '../school.ts';

/** `details`: something is written wrong; `closed`: it closed; `other`: the officer reads and does what is needed. */
export const hintKinds = ['details', 'closed', 'other'] as const;
export type HintKind = (typeof hintKinds)[number];

/** The details one may put right. */
export const hintFields = ['name', 'town', 'address', 'postcode', 'website'] as const;
export type HintField = (typeof hintFields)[number];

export type HintedDetails = Partial<Readonly<Record<HintField, string>>>;

export type Hint = {
	readonly id: string;
	readonly school: SchoolId;
	readonly kind: HintKind;
	/** What it should say instead; only what differs. */
	readonly details: HintedDetails;
	readonly words: string;
	readonly locale: string;
};

/** What differs from what we hold, tidied; undefined for a website nobody can read. */
export function detailsHinted(
	school: Pick<School, HintField>,
	written: Readonly<Record<HintField, string>>,
): HintedDetails | undefined {
	const details: Partial<Record<HintField, string>> = {};
	for (const field of hintFields) {
		const tidy = tidyName(written[field]);
		const value = field === 'website' && tidy !== '' ? websiteOf(tidy) : tidy;
		if (value === null) return undefined;
		const isNeeded = field === 'name' || field === 'town';
		if (value !== (school[field] ?? '') && (value !== '' || !isNeeded)) details[field] = value;
	}
	return details;
}

/** What the officer decides about: what is held now and what it should say. */
export function hintSnapshot(hint: Omit<Hint, 'id' | 'school' | 'locale'>): Snapshot {
	return { kind: hint.kind, ...hint.details, words: hint.words };
}
