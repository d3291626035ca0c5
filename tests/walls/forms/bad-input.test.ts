import { beforeAll, expect, test } from 'vitest';
import { access } from '../../../src/access.ts';
import { changesBetween, rowsOf } from '../../world/rows.ts';
import { some } from '../extent.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import { filled } from './filling.ts';
import type { FoundForm } from './harvest.ts';
import { encoded, send, type Answered, type Sending } from './sending.ts';
import { spoilt } from './spoiling.ts';
import { unseen } from './unseen.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let forms: readonly FoundForm[];
beforeAll(async () => {
	stage = platform.stage;
	const onPages = stage.formsOnTheWay.filter(({ call }) => !call.startsWith('tus:'));
	forms = [...onPages, ...elsewhere.map((call) => unseen(stage, call))];
}, 180_000);

/** Their forms are on pages of other installations, or after a deed; here they are sent to unseen. */
const elsewhere = [
	'/[lang]/set-up/[token] POST ?/make',
	// of an installation with a provider
	'/[lang]/sign-in/with/[provider]/welcome POST ?/join',
	'/[lang]/sign-in/with/[provider]/welcome POST ?/connect',
	'/[lang]/me/security/providers POST ?/disconnect',
	// after a look at two accounts
	'/[lang]/desk/merging POST ?/open',
	'/[lang]/desk/merging POST ?/ask',
	'/[lang]/desk/merging POST ?/separate',
	'/[lang]/merging/[token] POST ?/separate',
	'/[lang]/me/security/merge POST ?/forget',
	'/[lang]/me/security/merge POST ?/unite',
	'/[lang]/me/security/merge POST ?/separate',
	// behind letters and links that their own pages' tests and journeys open
	'/[lang]/head/[token] POST ?/answer',
	'/[lang]/cohort/[token] POST ?/join',
	'/[lang]/cohort/[token] POST ?/accept',
	'/[lang]/invited/[token] POST ?/answer',
	'/[lang]/notices/mute/[token] POST',
	'/[lang]/partners/posts/renew/[token] POST',
	'/[lang]/partners/searches/stop/[token] POST',
	// of whoever educates teachers, and of an institution where they learn
	'/[lang]/me/cohorts/new POST ?/look',
	'/[lang]/me/cohorts/new POST ?/make',
	'/[lang]/me/cohorts/[cohort] POST ?/answer',
	'/[lang]/me/cohorts/[cohort] POST ?/invite',
	'/[lang]/me/cohorts/[cohort] POST ?/withdraw',
	'/[lang]/me/cohorts/[cohort] POST ?/send',
	// after a deed of the minute before, an answer of a school, a search that was saved, a link or classes handed on
	'/[lang]/desk POST ?/undo',
	'/[lang]/desk/cases/[id]/evidence POST ?/enter',
	'/[lang]/desk/cases/[id]/evidence POST ?/again',
	'/[lang]/desk/register/questions/[question] POST ?/join',
	'/[lang]/desk/register/doubles POST ?/undo',
	'/[lang]/partners/searches POST ?/alerts',
	'/[lang]/partners/searches POST ?/drop',
	'/[lang]/projects/[project]/invitation-link POST ?/withdraw',
	'/[lang]/projects/[project]/invitation-link POST ?/decide',
	'/[lang]/me/classes POST ?/take',
	'/[lang]/me/classes POST ?/decline',
	// of a matter that is decided, and of a child's own things in a room, which the tests of both parts make
	'/[lang]/reports/[number] POST ?/appeal',
	'/[lang]/pupil/decisions/[matter] POST ?/appeal',
	'/[lang]/desk/moderation/[matter] POST ?/decide',
	'/[lang]/desk/moderation/[matter] POST ?/suspend',
	'/[lang]/desk/moderation/[matter] POST ?/lift',
	'/[lang]/projects/[project]/twinspace/materials/files/[material] POST ?/hide',
	'/[lang]/projects/[project]/twinspace/materials/files/[material] POST ?/captions',
	'/[lang]/projects/[project]/twinspace/materials/files/[material] POST ?/no-captions',
	'/[lang]/me/classes/[class]/consent POST ?/withdraw',
	'/[lang]/pupil/spaces/[project]/forum/threads/[thread] POST ?/take-back',
	'/[lang]/pupil/spaces/[project]/materials POST ?/take-out',
	'/[lang]/pupil/spaces/[project]/materials/files/[material] POST ?/change',
	'/[lang]/pupil/spaces/[project]/materials/files/[material] POST ?/bin',
	// of a project that is over, a kit, a class at the end of its year, an open door, somebody who is suspended
	'/[lang]/projects/kits POST ?/found',
	'/[lang]/projects/kits POST ?/withdraw',
	'/[lang]/projects/[project]/twinspace/archive POST ?/open-again',
	'/[lang]/projects/[project]/twinspace/members/[member] POST ?/let-in',
	'/[lang]/projects/[project]/twinspace/updates POST ?/pin',
	'/[lang]/me/classes/[class] POST ?/keep',
	'/[lang]/me/classes/[class]/door POST ?/close',
	'/[lang]/pupil/secret POST ?/pictures',
	// of an application for a label, which the tests of recognition make, and of a discussion that was removed
	'/[lang]/desk/cases/[id]/points POST ?/keep',
	'/[lang]/desk/cases/[id]/points POST ?/award',
	'/[lang]/desk/cases/[id]/points POST ?/refuse',
	'/[lang]/projects/[project]/label POST ?/discard',
	'/[lang]/projects/[project]/label POST ?/answer',
	'/[lang]/projects/[project]/twinspace/forum POST ?/bring-back',
	// of a setting that was made in the minute before, and of an older version of a text
	'/[lang]/desk/settings/labels POST ?/undo',
	'/[lang]/desk/settings/times POST ?/undo',
	'/[lang]/desk/settings/ages POST ?/undo',
	'/[lang]/desk/settings/texts/[text]/[language]/[version] POST ?/restore',
];
/** Where files are taken. */
const doors = ['tus:/uploads/form POST', 'tus:/uploads/tus POST'];

test('every form that the platform takes stands on a page somebody opens', () => {
	const calls = Object.entries(access).flatMap(([route, line]) =>
		Object.keys(line).map((call) => `${route} ${call}`),
	);
	const found = new Set([...forms.map(({ call }) => call), ...doors]);
	expect(calls.filter((call) => call.includes(' POST') && !found.has(call))).toEqual([]);
});

/** Sends each, and says what was not refused with a page in the reader's frame, and what was written. */
async function refusals(
	sendings: readonly (Sending & { readonly found: FoundForm; readonly how: string })[],
	isRefusal: (answer: Answered) => boolean,
): Promise<string[]> {
	const before = await rowsOf(platform.connection);
	const odd: string[] = [];
	for (const { found, how, ...sending } of sendings) {
		const answer = await send(platform, found.browser, sending);
		const inFrame = answer.text.includes('<html lang="en"') && answer.text.includes('</main>');
		if (!isRefusal(answer) || !inFrame) odd.push(`${found.call} ${how}: ${answer.status} ${answer.location}`);
	}
	const changes = changesBetween(before, await rowsOf(platform.connection));
	return Object.keys(changes).length === 0
		? odd
		: [...odd, `something was written: ${JSON.stringify(changes)}`];
}

const isClientError = ({ status }: Answered) => status >= 400 && status < 500;
/** They change the form in the browser and write nothing; what stands in its fields is judged when it is saved. */
const onlyRedraw = /\[page\]\/edit POST \?\/step$/;
/** Whether a file has a column of this name is found out when the whole file is read. */
const judgedLater = /\/columns POST \?\/(try|check)$/;
/** What answers with a file refuses without a page around it. */
const givesFile = /\/data POST$/;

test('a spoilt form is refused as a whole, and nothing is written', async () => {
	const sendings = forms
		.filter(({ call }) => !onlyRedraw.test(call) && !judgedLater.test(call) && !givesFile.test(call))
		.flatMap((found, turn) =>
			spoilt(found.form, filled(found.form, found.button))
				.flatMap((ways) => some(ways, turn))
				.map((way) => ({ ...way, found, to: found.action })),
		);
	expect(await refusals(sendings, isClientError)).toEqual([]);
}, 600_000);

/** RFC 8058: mail programs send it for their reader, from wherever they stand; its token is all it takes. */
const oneClick = '/[lang]/notices/mute/[token] POST';

test('a form of another site, or of none, is refused whatever its type', async () => {
	const origins = ['https://evil.example', 'null', '', `${platform.url}.evil.example`, platform.url];
	const ours = forms.filter(({ call }) => call !== oneClick);
	const sendings = ours.flatMap((found, turn) => {
		const entries = filled(found.form, found.button);
		const multipart = new FormData();
		for (const [name, value] of entries) multipart.append(name, value);
		const bodies: readonly (readonly [BodyInit, Record<string, string>])[] = [
			[encoded(entries), {}],
			[multipart, {}],
			[encoded(entries).toString(), { 'content-type': 'text/plain' }],
			[JSON.stringify(entries), { 'content-type': 'application/json' }],
			['', {}],
		];
		return origins.flatMap((origin) =>
			some(bodies, turn).map(([body, type]) => ({
				...{ found, to: found.action, body, how: `from "${origin}"` },
				// our own address does not help a request that the browser says comes from elsewhere
				headers: { ...type, origin, ...(origin === platform.url && { 'sec-fetch-site': 'cross-site' }) },
			})),
		);
	});
	expect(await refusals(sendings, ({ status }) => status === 403)).toEqual([]);
}, 600_000);

test('a body larger than any form is refused, whether or not it says how large it is', async () => {
	const [found] = forms;
	if (!found) throw new Error('no form was found');
	const big = encoded([...filled(found.form, found.button), ['more', 'x'.repeat(600_000)]]);
	const stream = new Blob([big.toString()]).stream();
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	const sendings = [
		{ found, to: found.action, body: big, how: 'of 600 kB' },
		{ found, to: found.action, body: stream, headers: type, how: 'of 600 kB in pieces' },
	];
	expect(await refusals(sendings, ({ status }) => status === 413)).toEqual([]);
});
