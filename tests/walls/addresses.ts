// From the names of routes to addresses of things.
import type { Place } from './stage.ts';

/** What stands for each name in brackets. */
export type Names = Readonly<Record<string, string>>;

function namesAt(place: Place): Names {
	const { project, member, person, page, post, file, invitation, message, affiliation } = place;
	const { folder, material, discussion, thread } = place;
	return {
		...{ lang: 'en', project, member, person, page, post, file, invitation, message, affiliation },
		...{ folder, material, discussion, thread },
		...{
			place: '0',
			size: 'small',
			version: '2',
			class: place.class,
			// there is none: nobody of the cast educates teachers
			cohort: place.class,
			token: 'no-such-token',
			key: 'no-such-key',
			// of Portugal: its id spells the country's code
			organisation: '00000000-0000-7000-8000-000000005054',
			country: 'PT',
			text: 'conduct',
			language: 'en',
			provider: 'no-such-provider',
		},
		nowhere: 'no-such-page',
	};
}

/** Routes whose names stand for other things than usual. */
const particular: Readonly<Record<string, (place: Place) => Names>> = {
	'/[lang]/desk/cases/[id]': (place) => ({ id: place.case }),
	'/[lang]/desk/cases/[id]/evidence': (place) => ({ id: place.case }),
	'/[lang]/desk/cases/[id]/points': (place) => ({ id: place.case }),
	'/[lang]/desk/cases/[id]/pages/[page]': (place) => ({ id: place.case, page: place.page }),
	'/[lang]/desk/register/imports/[import]': (place) => ({ import: place.import }),
	'/[lang]/desk/register/imports/[import]/columns': (place) => ({ import: place.sentImport }),
	'/[lang]/desk/register/questions/[question]': (place) => ({ question: place.question }),
	// the text as it shipped
	'/[lang]/desk/settings/texts/[text]/[language]/[version]': () => ({ version: '0' }),
	'/[lang]/schools/[id]': (place) => ({ id: place.school }),
	'/[lang]/schools/[id]/hint': (place) => ({ id: place.school }),
	'/[lang]/schools/[id]/correction': (place) => ({ id: place.school }),
	'/[lang]/partners/posts/[id]': (place) => ({ id: place.partnerPost }),
	'/[lang]/partners/posts/[id]/report': (place) => ({ id: place.partnerPost }),
	'/[lang]/partners/classes/[card]': (place) => ({ card: place.classCard }),
	'/[lang]/projects/[project]/invitation-link': (place) => ({ project: place.draft }),
	'/[lang]/projects/[project]/plan': (place) => ({ project: place.draft }),
	'/[lang]/projects/[project]/plan/draft': (place) => ({ project: place.draft }),
	'/[lang]/projects/[project]/plan/picture': (place) => ({ project: place.draft }),
	'/[lang]/projects/[project]/withdrawal': (place) => ({ project: place.draft }),
	'/[lang]/projects/[project]/status': (place) => ({ project: place.submitted }),
	'/[lang]/projects/[project]/pages/[page]': (place) => ({ page: place.publicPage }),
	'/[lang]/projects/[project]/pages/[page]/cover.png': (place) => ({ page: place.publicPage }),
	'/[lang]/projects/[project]/twinspace/pupils/[member]': (place) => ({ member: place.pupil }),
	'/[lang]/projects/[project]/twinspace/posts/[post]/report': (place) => ({ post: place.wallPost }),
	'/[lang]/projects/[project]/twinspace/reports/[matter]': (place) => ({ matter: place.matter }),
	'/[lang]/desk/moderation/[matter]': (place) => ({ matter: place.matterAtDesk }),
	// a decision is found by what it is about, too
	'/[lang]/me/decisions/[matter]': (place) => ({ matter: place.removedPost }),
	'/[lang]/pupil/decisions/[matter]': (place) => ({ matter: place.hiddenPost }),
	'/[lang]/reports/about/[kind]/[thing]': (place) => ({ kind: 'public-page', thing: place.publishedPage }),
	'/[lang]/reports/[number]': (place) => ({ number: place.reportNumber }),
	'/[lang]/me/classes/[class]/pupils/[pupil]': (place) => ({ pupil: place.pupilOfClass }),
	'/[lang]/me/classes/[class]/pupils/[pupil]/data': (place) => ({ pupil: place.pupilOfClass }),
	'/[lang]/pupil/spaces/[project]/walls/[member]': (place) => ({ member: place.partnerPupil }),
	'/[lang]/pupil/spaces/[project]/pages/[page]': (place) => ({ page: place.sharedPage }),
	'/[lang]/pupil/spaces/[project]/pages/[page]/write': (place) => ({ page: place.sharedPage }),
	'/[lang]/pupil/spaces/[project]/pages/[page]/edit': (place) => ({ page: place.sharedPage }),
	'/[lang]/pupil/spaces/[project]/pages/[page]/links/[place]': (place) => ({ page: place.sharedPage }),
	'/[lang]/pupil/spaces/[project]/posts/[post]/report': (place) => ({ post: place.otherWallPost }),
};

/** More than the address: what a page cannot do without. */
const questions: Readonly<Record<string, (place: Place) => string>> = {
	'/[lang]/contacts/new': (place) => `?to=${place.person}`,
};

/** The address of the thing that this ground has for a route, or of another thing there. */
export function addressAt(route: string, place: Place, other: Names = {}): string {
	const names = { ...namesAt(place), ...particular[route]?.(place), ...other };
	return filled(route, names) + (questions[route]?.(place) ?? '');
}

/** Somebody else's thing under the own project; undefined where a route has no thing under a project. */
export function crossedAddress(route: string, own: Place, other: Place): string | undefined {
	if (!/\[project\].*\[/.test(route)) return undefined;
	return filled(route, { ...namesAt(other), ...particular[route]?.(other), project: own.project });
}

function filled(route: string, names: Names): string {
	return route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
		const value = names[name];
		if (value === undefined)
			throw new Error(`tests/walls/addresses.ts does not say what [${name}] is in ${route}.`);
		return value;
	});
}
