/** What the forms about accounts, affiliations and profiles carry. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { t } from '#messages/people';
import { lookReasons } from '#domain/support';
import { isMailAddress } from '#platform/mail-address';
import { checkbox, choice, choices, id, optionalText, optionalWholeNumber, text } from '#shared/form-fields';
import { isOneOf, languageLevels, languages, pupilAges, schoolRoles, subjects } from '#shared/vocabulary';
import { locales } from '#shared/locales';
import { endingReasons, otherWork } from './affiliations/affiliation.ts';
import { colleagueAnswers, headAnswers } from './affiliations/evidence/evidence.ts';
import type { PlaceAsked } from './affiliations/place-at-joining.ts';
import type { ChangeProfile } from './profiles/change-profile.ts';
import { profileFields } from './profiles/profile.ts';

/** An address we are ready to write to, in small letters, the host as the network spells it. */
function mailAddress() {
	return text(254)
		.transform(plainAddress)
		.refine(isMailAddress, { error: () => t('people.problem.address') });
}

function plainAddress(typed: string): string {
	const at = typed.lastIndexOf('@');
	return `${typed.slice(0, at)}@${domainToASCII(typed.slice(at + 1))}`.toLowerCase();
}

/** As typed: spaces belong to a pass phrase. Its length is judged where it is chosen. */
function password() {
	return z.string().min(1).max(1000);
}

export const giveOfficeForm = z.object({
	address: mailAddress(),
	kind: z.enum(['validator', 'assessor', 'moderator', 'editor', 'central']),
});

const role = z.enum([...schoolRoles, otherWork]);

/** Where somebody works, asked beside the account; it may be said later. */
const place = {
	country: z.string().regex(/^[A-Z]{2}$/),
	school: id().or(z.literal('')).default(''),
	/** What was searched for; nothing by the time a school is picked. */
	'school-search': optionalText(200),
	'school-name': optionalText(200),
	'school-town': optionalText(100),
	role: role.or(z.literal('')).default(''),
};

export const joinForm = z
	.object({ ...place, name: text(100), email: mailAddress(), password: password() })
	.superRefine((form, context) => {
		const missing = (path: string, message = t('people.problem.goes-with-school')) =>
			context.addIssue({ code: 'custom', path: [path], message });
		const isNamed = form.school !== '' || form['school-name'] !== '';
		if (form['school-search'] !== '' && !isNamed) missing('school', t('people.problem.pick-school'));
		const isAdded = form.school === '' && form['school-name'] !== '';
		if (isAdded && form['school-town'] === '') missing('school-town');
		if (isNamed && form.role === '') missing('role');
	});

/** What the search for a school keeps of the form around it; a password is never among it. */
export const findSchoolForm = z.object({
	...place,
	country: place.country.or(z.literal('')).default(''),
	...{ name: optionalText(1000), email: optionalText(1000), password: optionalText(1000) },
});

/** The place named in the form; a school of the list goes before one that was typed in. */
export function placeOfForm(form: z.output<typeof joinForm>): PlaceAsked | undefined {
	const { school, role, 'school-name': name, 'school-town': town } = form;
	if (role === '') return undefined;
	if (school !== '') return { role, school };
	return name === '' ? undefined : { role, name, town };
}

export const addressForm = z.object({ email: mailAddress() });
export const signInForm = z.object({ email: mailAddress(), password: password() });
export const confirmForm = z.object({ password: z.string().max(1000).default('') });
export const newPasswordForm = z.object({ password: password() });

/** Of an app or from the paper; empty for who has none. */
const code = z.string().max(40).default('');

export const proveForm = z.object({ password: password(), code });
export const codeForm = z.object({ code: text(40) });

/** What the browser signed, as JSON; the library checks every part of it. */
const signed = z
	.string()
	.max(20_000)
	.transform((text, { addIssue }) => {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			addIssue({ code: 'custom', message: t('people.problem.signed') });
			return z.NEVER;
		}
	});
const credential = signed.pipe(
	z.looseObject({ id: z.string().min(1).max(2000), rawId: z.string(), response: z.looseObject({}) }),
);

export const signedForm = z.object({
	answer: credential.transform((answer) => answer as unknown as AuthenticationResponseJSON),
});
export const addPasskeyForm = z.object({
	name: text(60),
	answer: credential.transform((answer) => answer as unknown as RegistrationResponseJSON),
});
export const removePasskeyForm = z.object({ passkey: text(2000) });
export const newcomerForm = z.object({ name: text(100), country: z.string().regex(/^[A-Z]{2}$/) });
export const disconnectProviderForm = z.object({ provider: text(30) });
export const otherAccountForm = z.object({ email: mailAddress(), password: password(), code });
export const mergingForm = z.object({ merging: id() });
const twoAccountsForm = z.object({ kept: mailAddress(), given: mailAddress() });
export const lookAtTwoForm = twoAccountsForm.extend({ reason: choice(lookReasons) });
export const askToUniteForm = twoAccountsForm.extend({ reason: text(500) });
export const openMergingForm = z.object({ merging: id(), reason: choice(lookReasons) });
export const ownAddressForm = z.object({ email: text(254) });
export const endSessionForm = z.object({ session: id() });

export const enterDeskForm = z.object({
	office: id(),
	password: z.string().max(1000).default(''),
	code,
});

export const addSchoolForm = z.object({
	name: text(200),
	town: text(100),
	country: z.string().regex(/^[A-Z]{2}$/),
	website: optionalText(300),
	language: optionalText(10),
	region: optionalText(100),
	role,
});
export const stateAffiliationForm = z.object({ school: id(), role });
export const correctAffiliationForm = z.object({ affiliation: id(), role, note: optionalText(1000) });
export const endAffiliationForm = z.object({ affiliation: id(), reason: choice(endingReasons) });
export const defaultPlaceForm = z.object({ affiliation: id() });

export const headAnswerForm = z.object({ answer: choice(headAnswers) });
export const vouchForm = z.object({ affiliation: id(), says: choice(colleagueAnswers) });
/** An address that stands on a page anyone can open. */
export const mailboxForm = z.object({
	address: mailAddress(),
	page: z.url({ protocol: /^https?$/, error: () => t('people.problem.page') }).max(300),
	locale: choice(locales),
});
export const writeAgainForm = z.object({});
export const hintForm = z.object({ affiliation: id(), address: text(254), page: optionalText(300) });

const mostLanguages = 8;
const rows = z.array(z.string().max(10)).max(mostLanguages).prefault([]);

export const profileForm = z.object({
	available: checkbox(),
	founding: checkbox(),
	// one entry for each row of the form, the empty ones too: the two lists belong together
	language: rows,
	level: rows,
	subjects: choices(subjects),
	'ages-from': optionalWholeNumber(pupilAges.youngest, pupilAges.oldest),
	'ages-to': optionalWholeNumber(pupilAges.youngest, pupilAges.oldest),
	wishes: optionalText(500),
	about: optionalText(2000),
	'about-locale': z.enum(languages).optional(),
	/** The parts that others see and find; the others are hidden. */
	shown: choices(profileFields),
});

/** The rows in which a language was chosen; a language without a level is spoken somehow. */
export function profileOfForm(form: z.output<typeof profileForm>): ChangeProfile {
	const spoken = form.language.flatMap((language, row) => {
		const level = form.level[row] === '' ? 'B1' : form.level[row];
		return isOneOf(languages, language) && isOneOf(languageLevels, level) ? [{ language, level }] : [];
	});
	return {
		available: form.available,
		wantsToFound: form.founding,
		languages: spoken,
		subjects: form.subjects,
		agesFrom: form['ages-from'],
		agesTo: form['ages-to'],
		about: form.about,
		wishes: form.wishes,
		hidden: profileFields.filter((field) => !form.shown.includes(field)),
		aboutLocale: form['about-locale'],
	};
}
