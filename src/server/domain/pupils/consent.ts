/** Consent: what of a pupil may be shown or done, who allowed it, and until when. Types and pure rules. */
import type { PupilId } from '#shared/actor';

export const consentPurposes = ['account', 'picture-inside', 'picture-public', 'name', 'meeting'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Who allowed it. `school`: where the law gives the school the task, and no consent is asked for. */
export const consentGivers = ['parent', 'pupil', 'school'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** Counts up whenever the words of the form change, in any language. */
export const consentTextVersion = 1;

/** Where no age is known, nobody below it decides by themself. */
export const unknownConsentAge = 16;

export type Consent = {
	readonly pupil: PupilId;
	readonly purpose: ConsentPurpose;
	readonly givenBy: ConsentGiver;
	/** Who attests it; nobody any more when that teacher was forgotten. */
	readonly attestedBy: string | null;
	readonly textVersion: number;
	readonly textLocale: string;
	readonly givenAt: Date;
	/** The last day on which it holds: 2027-08-31. */
	readonly expiresOn: string;
};
