import { beforeAll, expect, test } from 'vitest';
import { FORM_KEY } from '#shared/form';
import { changesBetween, rowsOf } from '../../world/rows.ts';
import { roles, type Role } from '../cast.ts';
import { isWhole } from '../extent.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import { filled } from './filling.ts';
import { formsOf, harvest, type FoundForm } from './harvest.ts';
import { encoded, replaced, send } from './sending.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let forms: ReadonlyMap<string, FoundForm>;
beforeAll(async () => {
	stage = platform.stage;
	forms = new Map(stage.forms.map((form) => [form.call, form]));
}, 180_000);

const pageForms = () => [...forms.values()].filter(({ call }) => !call.startsWith('tus:'));
const aKey = () => crypto.randomUUID();

/** What may name anybody or anything, and why that harms nobody. */
const named: Readonly<Record<string, string>> = {
	'/[lang]/partners/suggestions POST ?/away thing': 'whoever can be found can be put away',
	'/[lang]/contacts POST ?/block person': 'anybody may be blocked',
	'/[lang]/contacts POST ?/unblock person': 'whoever is not blocked stays so',
	'/[lang]/projects/[project]/plan POST ?/save cofounder': 'whoever is no contact is not chosen',
	'/[lang]/projects/[project]/plan POST ?/send cofounder': 'whoever is no contact is not chosen',
	'/[lang]/projects/[project]/label POST ?/save evidence': 'a page of elsewhere is not named',
	'/[lang]/projects/[project]/label POST ?/send evidence': 'a page of elsewhere is not named',
	'/[lang]/projects/[project]/twinspace/pages/[page]/edit POST ?/save block-address':
		'a picture of elsewhere is left out',
	'/[lang]/projects/[project]/twinspace/pages/[page]/edit POST ?/step block-address': 'nothing is written',
};

test('an id of somebody else in a form is refused, and nothing is written', async () => {
	const theirs = await harvest(stage, [], ['stranger']);
	const before = await rowsOf(platform.connection);
	const odd: string[] = [];
	for (const found of pageForms()) {
		const entries = filled(found.form, found.button);
		for (const name of idsIn(entries).filter((each) => !named[`${found.call} ${each}`])) {
			const foreign = theirs.get(found.call);
			const value = foreign && filled(foreign.form, foreign.button).find(([each]) => each === name)?.[1];
			for (const id of new Set([value ?? stage.places.there.person, crypto.randomUUID()])) {
				const sent = replaced(replaced(entries, name, id), FORM_KEY, aKey());
				const { status } = await send(platform, found.browser, { to: found.action, body: encoded(sent) });
				if (![403, 404, 409].includes(status)) odd.push(`${found.call} with ${id} as ${name}: ${status}`);
			}
		}
	}
	expect(odd).toEqual([]);
	expect(changesBetween(before, await rowsOf(platform.connection))).toEqual({});
}, 600_000);

/** Where visitors sign in: with a card, or with a password. */
const doors = /^\/en\/(pupil\?told=ended$|sign-in\?next=)/;
/** What answers with a file refuses without a page around it. */
const givesFile = /\/data POST$/;
/** Its buttons stand at the posts and not in the form, which alone is half of what is asked. */
const halfAForm = '/[lang]/projects/[project]/twinspace/updates POST ?/like';

/** Forms that need no thing: whoever has the page may send them, also when there is nothing to do just now. */
const forAnybody = [
	'/[lang]/desk POST ?/bulk',
	'/[lang]/me/profile POST ?/remove-photo',
	'/[lang]/notices POST ?/see',
	'/[lang]/partners/suggestions POST ?/again',
	'/[lang]/projects/[project]/twinspace/forum/threads/[thread] POST ?/read',
	'/[lang]/notices/choices POST ?/save',
	'/[lang]/me/security/app POST ?/begin',
	// pupils answer and like each other, from whichever page
	'/[lang]/pupil/spaces/[project]/wall POST ?/answer',
	'/[lang]/pupil/spaces/[project]/wall POST ?/like',
	'/[lang]/contacts POST ?/block',
	'/[lang]/contacts POST ?/unblock',
	'/[lang]/contacts/new POST',
	'/[lang]/mailbox/[person] POST ?/write',
	'/[lang]/mailbox/[person] POST ?/keep',
	'/[lang]/mailbox/[person] POST ?/block',
];

test('a form that somebody was not offered is not taken from them, and nothing is written', async () => {
	const before = await rowsOf(platform.connection);
	const odd: string[] = [];
	for (const [turn, found] of pageForms().entries()) {
		if (found.call === halfAForm || forAnybody.includes(found.call)) continue;
		for (const role of othersThan(found.role, turn)) {
			if (await isOffered(found, role)) continue;
			const sent = replaced(filled(found.form, found.button), FORM_KEY, aKey());
			const answer = await send(platform, stage.cast[role], { to: found.action, body: encoded(sent) });
			const isExplained = givesFile.test(found.call) || answer.text.includes('</main>');
			const isRefused = [403, 404].includes(answer.status) && isExplained;
			// whose session is over keeps what was filled in, or is led to the door
			const isLedToDoor = role === 'visitor' && (answer.status === 401 || doors.test(answer.location));
			if (!isRefused && !isLedToDoor)
				odd.push(`${found.call} by ${role}: ${answer.status} ${answer.location}`);
		}
	}
	expect(odd).toEqual([]);
	expect(changesBetween(before, await rowsOf(platform.connection))).toEqual({});
}, 600_000);

/** Everybody in a whole run; otherwise a few, each time others. */
function othersThan(role: Role, turn: number): readonly Role[] {
	const others = roles.filter((each) => each !== role);
	return isWhole ? others : others.filter((_, place) => (place + turn) % 4 === 0);
}

async function isOffered(found: FoundForm, role: Role): Promise<boolean> {
	const browser = stage.cast[role];
	const page = await browser.get(found.page);
	if (page.status !== 200) return false;
	return formsOf(page.text, { role, page: found.page, browser }).some(({ call }) => call === found.call);
}

function idsIn(entries: readonly (readonly [string, string])[]): string[] {
	const ids = entries.filter(([name, value]) => name !== FORM_KEY && uuid.test(value));
	return [...new Set(ids.map(([name]) => name))];
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
