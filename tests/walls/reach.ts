/**
 * Who reaches what, for those whom access.ts lets in at the first door: one line per route and call. Whoever is not
 * named in a line finds nothing (404). Read it against the promises of the parts; a new route or action needs a line.
 */
import type { AccessLine } from '../../src/access.ts';
import type { Names } from './addresses.ts';
import type { Role } from './cast.ts';
import type { Place } from './stage.ts';

export type Line = {
	/** The page is shown, the deed is done. `all`: nothing is to be reached, everybody who is let in gets the page. */
	readonly yes: 'all' | readonly Role[];
	/** They know of the thing, and are told that this is not theirs to do (403); `nobody` knows of what is public. */
	readonly no?: readonly (Role | 'nobody')[];
	/** The answer is always this: a status, or an address to which it leads. */
	readonly always?: number | string;
	/** These are led on to what is theirs. */
	readonly on?: readonly Role[];
	/** A deed that needs no word: what sends an empty form has done it. */
	readonly bare?: true;
};

const all: Line = { yes: 'all' };
const bare = (line: Line): Line => ({ ...line, bare: true });

const insiders = ['founder', 'teacher', 'expert', 'observer'] as const satisfies readonly Role[];
const inSpace: Line = { yes: insiders };
const teachersOfSpace: Line = { yes: ['founder', 'teacher'], no: ['expert', 'observer'] };
/** A draft of the founder: experts write along, other teachers read, observers do not know of it. */
const draftIsRead = { yes: ['founder', 'teacher', 'expert'] } as const satisfies Line;
const draftIsWritten: Line = { yes: ['founder', 'expert'], no: ['teacher'] };
const draftIsTheFounders: Line = { yes: ['founder'], no: ['teacher', 'expert'] };
/** A register belongs to the desk of its country, and to the central one. */
const itsDesks: Line = { yes: ['officer-here', 'central'] };
/** What the central desk keeps; the other officers are told that it is not theirs. */
const centralAlone: Line = { yes: ['central'], no: ['officer-here', 'officer-elsewhere'] };
/** A picture that the founder added to the space. */
const materialIsTidied: Line = { yes: ['founder', 'expert'], no: ['teacher', 'observer'] };
const founderAlone: Line = { yes: ['founder'] };
/** A post that was reported, hidden or removed is there for the teachers only. */
const outOfSight: Line = { yes: ['founder', 'teacher'] };
const pupilOfTheSpace: Line = { yes: ['pupil', 'pupil-helper'] };
/** For pupil administrators. */
const helpersOnly: Line = { yes: ['pupil-helper'], no: ['pupil'] };
const itsSchool: Line = { yes: ['founder', 'colleague'] };
const ofTheSpaceButTheFounder = ['teacher', 'expert', 'observer'] as const satisfies readonly Role[];
const allTeachers = [...insiders, 'removed', 'colleague', 'stranger'] as const satisfies readonly Role[];
/** Founders and partners of a project; who is only in its TwinSpace knows of it, and takes no part. */
const ofTheProject: Line = {
	yes: ['founder'],
	no: ['pending', 'teacher', 'expert', 'observer', 'removed', 'colleague', 'stranger', 'nobody'],
};
const othersThanTheFounder = allTeachers.filter((role) => role !== 'founder');

const othersFindThePost: Line = { yes: ['teacher', 'expert', 'observer', 'colleague', 'stranger'] };
/** No such link was ever signed. */
const nothingSigned: Line = { yes: [], always: 404 };

const space = '/[lang]/projects/[project]/twinspace';
const ofPupils = '/[lang]/pupil/spaces/[project]';

export const reach: Readonly<Record<string, Readonly<Record<string, Line>>>> = {
	'/[lang]': { GET: all },
	'/[lang]/[...nowhere]': { GET: { yes: [], always: 404 } },
	'/[lang]/refused/[key]': { GET: { yes: [], always: 404 } },
	'/[lang]/unanswered/[key]': { GET: { yes: [], always: 404 } },

	'/[lang]/join': { GET: all, 'POST ?/find': bare(all), 'POST ?/join': all },
	'/[lang]/join/written': {
		GET: { yes: 'all', always: '/en/join' },
		// this browser has asked for nothing
		'POST ?/again': bare({ yes: 'all', always: '/en/join' }),
		'POST ?/correct': all,
	},
	// a link that opens nothing any more says so to everybody
	'/[lang]/head/[token]': { GET: all, 'POST ?/answer': all },
	'/[lang]/confirm/[token]': { GET: all, 'POST ?/confirm': bare({ yes: 'all', always: 409 }) },
	'/[lang]/sign-in': { GET: all, 'POST ?/enter': all },
	// nobody has given a right password before
	'/[lang]/sign-in/code': { GET: { yes: 'all', always: '/en/sign-in?next=%2Fen%2Fme' }, 'POST ?/enter': all },
	// this installation has no provider
	'/[lang]/sign-in/with/[provider]': { GET: { yes: [] } },
	'/[lang]/sign-in/with/[provider]/callback': { GET: { yes: [] } },
	'/[lang]/sign-in/with/[provider]/welcome': {
		GET: { yes: [] },
		'POST ?/join': all,
		'POST ?/connect': { yes: [] },
	},
	'/[lang]/sign-in/passkey': { GET: all, 'POST ?/enter': all },
	'/[lang]/merging/[token]': { GET: all, 'POST ?/separate': bare({ yes: 'all', always: 409 }) },
	'/[lang]/desk/merging': {
		GET: all,
		'POST ?/look': all,
		'POST ?/open': all,
		'POST ?/ask': all,
		'POST ?/separate': all,
	},
	'/[lang]/sign-out': { GET: all, POST: bare(all) },
	'/[lang]/password': { GET: all, 'POST ?/ask': all },
	'/[lang]/password/written': { GET: { yes: 'all', always: '/en/password' } },
	'/[lang]/set-up/[token]': { GET: all, 'POST ?/make': all },
	'/[lang]/password/[token]': { GET: all, 'POST ?/choose': all },

	// a picture of the founder's draft
	'/robots.txt': { GET: all },
	'/sitemap.xml': { GET: all },
	'/files/[file]/[size]': { GET: { yes: [...draftIsRead.yes, 'pupil-helper'] } },

	'/[lang]/desk': { GET: all, 'POST ?/bulk': all, 'POST ?/undo': all },
	'/[lang]/desk/cases/[id]': {
		GET: { yes: ['officer-here'] },
		'POST ?/open': { yes: ['officer-here'] },
		'POST ?/grant': { yes: ['officer-here'] },
		'POST ?/refuse': { yes: ['officer-here'] },
		'POST ?/ask': { yes: ['officer-here'] },
	},

	'/[lang]/desk/people': { GET: all },
	'/[lang]/desk/people/[person]': {
		GET: { yes: ['officer-here'] },
		'POST ?/open': { yes: ['officer-here'] },
	},
	'/[lang]/desk/figures': { GET: all },
	'/[lang]/desk/figures/queue.csv': { GET: all },
	'/[lang]/desk/looks': { GET: centralAlone },
	'/[lang]/desk/holidays': { GET: all, 'POST ?/add': all, 'POST ?/remove': all },
	// no case of the stage is about somebody's place
	'/[lang]/desk/cases/[id]/evidence': {
		GET: { yes: [], on: ['officer-here'] },
		'POST ?/enter': { yes: [], on: ['officer-here'] },
		'POST ?/again': bare({ yes: [] }),
	},

	// no case of the stage is about a label
	'/[lang]/desk/cases/[id]/points': {
		GET: { yes: [], on: ['officer-here'] },
		'POST ?/keep': { yes: [], on: ['officer-here'] },
		'POST ?/award': { yes: [], on: ['officer-here'] },
		'POST ?/refuse': { yes: [], on: ['officer-here'] },
	},
	'/[lang]/desk/cases/[id]/pages/[page]': { GET: { yes: [] } },

	'/[lang]/desk/organisations': { GET: centralAlone, 'POST ?/add': centralAlone },
	'/[lang]/desk/organisations/[organisation]': {
		GET: centralAlone,
		'POST ?/save': centralAlone,
		'POST ?/cover': centralAlone,
		'POST ?/uncover': centralAlone,
		'POST ?/give': centralAlone,
		'POST ?/end': centralAlone,
	},
	'/[lang]/desk/countries': { GET: centralAlone, 'POST ?/add': centralAlone },
	'/[lang]/desk/countries/[country]': { GET: centralAlone, 'POST ?/save': centralAlone },
	'/[lang]/desk/settings/labels': {
		GET: centralAlone,
		'POST ?/set': centralAlone,
		'POST ?/undo': centralAlone,
	},
	'/[lang]/desk/settings/evidence': {
		GET: centralAlone,
		'POST ?/set': centralAlone,
		'POST ?/undo': centralAlone,
	},
	'/[lang]/desk/settings/times': {
		GET: centralAlone,
		'POST ?/set': centralAlone,
		'POST ?/undo': centralAlone,
	},
	'/[lang]/desk/settings/ages': {
		GET: centralAlone,
		'POST ?/set': centralAlone,
		'POST ?/undo': centralAlone,
	},
	'/[lang]/desk/settings/texts': { GET: centralAlone },
	'/[lang]/desk/settings/texts/[text]/[language]': {
		GET: centralAlone,
		'POST ?/look': centralAlone,
		'POST ?/write': centralAlone,
	},
	'/[lang]/desk/settings/texts/[text]/[language]/[version]': {
		GET: centralAlone,
		'POST ?/restore': centralAlone,
	},
	'/[lang]/desk/settings': {
		GET: centralAlone,
		'POST ?/set': centralAlone,
		'POST ?/undo': centralAlone,
	},

	// what can be reported is of the stage's public page
	'/[lang]/reports': { GET: all, 'POST ?/find': all },
	'/[lang]/reports/about/[kind]/[thing]': { GET: all, 'POST ?/report': all },
	'/[lang]/reports/[number]': { GET: all, 'POST ?/appeal': all },
	'/[lang]/me/decisions/[matter]': { GET: { yes: ['teacher'] }, 'POST ?/appeal': { yes: ['teacher'] } },
	'/[lang]/pupil/decisions/[matter]': { GET: { yes: [] }, 'POST ?/appeal': { yes: [] } },
	'/[lang]/desk/moderation': { GET: centralAlone },
	'/[lang]/desk/moderation/[matter]': {
		GET: centralAlone,
		'POST ?/open': bare(centralAlone),
		'POST ?/decide': centralAlone,
		'POST ?/suspend': centralAlone,
		'POST ?/lift': bare(centralAlone),
	},
	'/[lang]/desk/moderation/counts.csv': { GET: centralAlone },

	'/[lang]/desk/register': { GET: all },
	'/[lang]/desk/register/new': { GET: all, 'POST ?/begin': all },
	'/[lang]/desk/register/imports/[import]': {
		GET: itsDesks,
		'POST ?/apply': itsDesks,
		'POST ?/undo': itsDesks,
		'POST ?/drop': itsDesks,
	},
	'/[lang]/desk/register/imports/[import]/columns': {
		GET: itsDesks,
		'POST ?/try': bare(itsDesks),
		'POST ?/check': itsDesks,
	},
	'/[lang]/desk/register/questions': { GET: all },
	'/[lang]/desk/register/questions/[question]': {
		GET: itsDesks,
		'POST ?/answer': itsDesks,
		'POST ?/join': itsDesks,
	},
	'/[lang]/desk/register/doubles': { GET: all, 'POST ?/undo': all, 'POST ?/pair': all },

	'/[lang]/projects': { GET: all },
	'/[lang]/projects/found': { GET: all, 'POST ?/found': all },
	'/[lang]/projects/[project]': { GET: all },
	'/[lang]/projects/[project]/plan': {
		GET: founderAlone,
		'POST ?/save': founderAlone,
		'POST ?/send': founderAlone,
		'POST ?/again': founderAlone,
	},
	'/[lang]/projects/[project]/plan/draft': { PATCH: founderAlone },
	'/[lang]/projects/[project]/plan/picture': {
		GET: founderAlone,
		'POST ?/describe': founderAlone,
		'POST ?/remove': bare(founderAlone),
	},
	'/[lang]/projects/[project]/status': {
		GET: founderAlone,
		'POST ?/answer': founderAlone,
		// nobody is asked any more: there is nothing to take back
		'POST ?/take-back': bare({ yes: [], no: ['founder'] }),
	},
	'/[lang]/projects/[project]/label': {
		GET: ofTheProject,
		'POST ?/save': ofTheProject,
		'POST ?/send': ofTheProject,
		// nothing was begun
		'POST ?/discard': bare({ ...ofTheProject, yes: [] }),
		'POST ?/answer': ofTheProject,
	},
	'/[lang]/projects/[project]/label/draft': { PATCH: ofTheProject },
	'/[lang]/projects/[project]/withdrawal': { GET: founderAlone, POST: bare(founderAlone) },
	'/[lang]/projects/invitations/[invitation]': {
		GET: { yes: ['teacher'] },
		'POST ?/accept': { yes: ['teacher'] },
		'POST ?/decline': bare({ yes: ['teacher'] }),
	},
	'/[lang]/me/projects': { GET: all },
	'/[lang]/me/labels': { GET: all },

	'/[lang]/me': { GET: all },
	'/[lang]/me/school': { GET: all, 'POST ?/state': all, 'POST ?/add': all },
	'/[lang]/me/profile': {
		GET: all,
		'POST ?/save': bare(all),
		'POST ?/preview': bare(all),
		'POST ?/remove-photo': bare(all),
	},
	'/[lang]/me/status': {
		GET: all,
		'POST ?/answer': all,
		'POST ?/correct': all,
		'POST ?/end': all,
		'POST ?/appear': all,
		'POST ?/hint': all,
	},
	'/[lang]/me/places/[affiliation]/leave': {
		GET: { yes: ['founder'] },
		'POST ?/leave': { yes: ['founder'] },
	},
	'/[lang]/me/colleagues': { GET: all, 'POST ?/say': all },
	'/[lang]/me/security': { GET: all, 'POST ?/end': all, 'POST ?/end-others': bare(all) },
	'/[lang]/me/security/prove': { GET: all, 'POST ?/prove': all },
	'/[lang]/me/security/prove/passkey': { GET: all, 'POST ?/prove': all },
	'/[lang]/me/security/app': {
		GET: all,
		'POST ?/begin': bare(all),
		'POST ?/confirm': all,
		'POST ?/remove': bare(all),
	},
	// without a second factor there is nothing to recover
	'/[lang]/me/security/providers': { GET: all, 'POST ?/disconnect': { yes: [] } },
	'/[lang]/me/security/codes': {
		GET: { yes: 'all', always: '/en/me/security/app' },
		'POST ?/make': bare({ yes: 'all', always: '/en/me/security/app' }),
	},
	'/[lang]/me/security/merge': {
		GET: all,
		'POST ?/prove': all,
		'POST ?/forget': bare(all),
		'POST ?/unite': bare({ yes: 'all', always: 409 }),
		'POST ?/separate': all,
	},
	'/[lang]/me/security/passkeys': { GET: all, 'POST ?/add': all, 'POST ?/remove': { yes: [] } },
	'/[lang]/me/security/addresses': {
		GET: all,
		'POST ?/add': all,
		'POST ?/main': { yes: [] },
		'POST ?/remove': { yes: [] },
	},
	'/[lang]/me/security/addresses/[token]': { GET: all, 'POST ?/confirm': bare({ yes: 'all', always: 409 }) },
	'/[lang]/me/security/password': { GET: all, 'POST ?/change': all },
	'/[lang]/me/desk': { GET: all, 'POST ?/enter': all, 'POST ?/leave': bare(all) },
	'/[lang]/me/looks': { GET: all },
	'/[lang]/me/privacy': { GET: all, 'POST ?/erase': all },
	'/[lang]/me/privacy/data': { POST: bare(all) },
	'/[lang]/people/[person]': { GET: { yes: allTeachers } },

	[space]: { GET: inSpace },
	[`${space}/updates`]: {
		GET: inSpace,
		'POST ?/post': teachersOfSpace,
		'POST ?/like': inSpace,
		'POST ?/pin': inSpace,
	},
	[`${space}/posts/[post]`]: { GET: inSpace, 'POST ?/answer': teachersOfSpace },
	[`${space}/posts/[post]/words`]: {
		GET: { yes: ['founder'], no: ofTheSpaceButTheFounder },
		'POST ?/mend': { yes: ['founder'], no: ofTheSpaceButTheFounder },
	},
	[`${space}/posts/[post]/report`]: { GET: inSpace, 'POST ?/report': inSpace },
	[`${space}/posts/[post]/decision`]: {
		GET: inSpace,
		'POST ?/take-back': bare({ yes: ['founder'], no: ofTheSpaceButTheFounder }),
		// an update of the founder, whom no member moderates
		'POST ?/show': bare({ yes: [], no: insiders }),
		'POST ?/hide': { yes: [], no: insiders },
		'POST ?/remove': { yes: [], no: insiders },
	},
	[`${space}/pupils`]: { GET: inSpace, 'POST ?/bring': teachersOfSpace },
	[`${space}/pupils/[member]`]: { GET: inSpace },
	[`${space}/log`]: { GET: teachersOfSpace },
	[`${space}/members`]: { GET: inSpace },
	[`${space}/rights`]: { GET: inSpace },
	[`${space}/forum`]: {
		GET: inSpace,
		'POST ?/open': { yes: ['founder', 'expert'], no: ['teacher', 'observer'] },
		'POST ?/bring-back': { yes: ['founder'], no: ['expert', 'observer'] },
	},
	[`${space}/forum/[discussion]`]: {
		GET: inSpace,
		'POST ?/begin': { yes: ['founder', 'teacher', 'expert'], no: ['observer'] },
		'POST ?/remove': bare({ yes: ['founder'], no: ['teacher', 'expert', 'observer'] }),
	},
	[`${space}/forum/threads/[thread]`]: {
		GET: inSpace,
		'POST ?/reply': inSpace,
		'POST ?/read': bare(inSpace),
		'POST ?/steer': { yes: ['founder', 'teacher', 'expert'], no: ['observer'] },
	},
	// what teachers write among themselves does not exist for anybody else
	[`${space}/bulletin`]: {
		GET: { yes: ['founder', 'teacher'] },
		'POST ?/write': { yes: ['founder', 'teacher'] },
	},
	[`${space}/materials`]: {
		GET: inSpace,
		'POST ?/make': { yes: ['founder', 'teacher', 'expert'], no: ['observer'] },
		// what the founder threw away: others do not know of it, but for those who tidy everything
		'POST ?/take-out': { yes: ['founder', 'expert'] },
	},
	[`${space}/materials/add`]: { GET: inSpace },
	[`${space}/materials/bin`]: { GET: inSpace },
	[`${space}/materials/folders/[folder]`]: {
		GET: inSpace,
		'POST ?/rename': { yes: ['founder', 'teacher', 'expert'], no: ['observer'] },
		'POST ?/bin': bare({ yes: ['founder', 'expert'], no: ['teacher', 'observer'] }),
	},
	// a picture of the founder
	[`${space}/materials/files/[material]`]: {
		GET: inSpace,
		'POST ?/change': materialIsTidied,
		'POST ?/bin': bare(materialIsTidied),
		// nobody hides the own
		'POST ?/hide': { yes: [], no: insiders },
		'POST ?/show': bare({ yes: [], no: insiders }),
		'POST ?/tag': bare(teachersOfSpace),
		'POST ?/captions': materialIsTidied,
		'POST ?/no-captions': bare(materialIsTidied),
	},
	[`${space}/members/[member]`]: {
		GET: inSpace,
		'POST ?/role': { yes: ['founder', 'expert'], no: ['teacher', 'observer'] },
		'POST ?/remove': bare({ yes: ['founder', 'expert'], no: ['teacher', 'observer'] }),
		'POST ?/suspend': inSpace,
		// nobody is suspended
		'POST ?/let-in': bare({ yes: [] }),
	},
	[`${space}/reports`]: { GET: teachersOfSpace, 'POST ?/waits': teachersOfSpace },
	[`${space}/reports/[matter]`]: {
		GET: teachersOfSpace,
		'POST ?/settle': teachersOfSpace,
		'POST ?/pass-on': bare(teachersOfSpace),
	},
	[`${space}/pages`]: {
		GET: inSpace,
		'POST ?/move': { yes: ['founder', 'expert'], no: ['teacher', 'observer'] },
	},
	[`${space}/pages/new`]: {
		GET: { yes: ['founder', 'teacher', 'expert'], no: ['observer'] },
		'POST ?/make': { yes: ['founder', 'teacher', 'expert'], no: ['observer'] },
	},
	[`${space}/pages/bin`]: { GET: inSpace, 'POST ?/take-out': founderAlone },
	[`${space}/pages/[page]`]: {
		GET: draftIsRead,
		'POST ?/place': bare({ yes: ['founder', 'expert'], no: ['teacher'] }),
		'POST ?/share': bare(draftIsWritten),
		'POST ?/draft': bare(draftIsWritten),
		'POST ?/bin': bare(draftIsTheFounders),
	},
	[`${space}/pages/[page]/edit`]: {
		GET: draftIsWritten,
		// changes the form only; the page is shown again
		'POST ?/step': draftIsWritten,
		'POST ?/save': draftIsWritten,
	},
	[`${space}/pages/[page]/write`]: { GET: draftIsWritten },
	// who wrote what is for the teachers; the expert writes along and is not told
	[`${space}/pages/[page]/writers`]: { GET: { yes: ['founder', 'teacher'], no: ['expert'] } },
	[`${space}/pages/[page]/picture`]: { GET: draftIsWritten },
	[`${space}/pages/[page]/versions`]: { GET: draftIsWritten },
	[`${space}/pages/[page]/versions/[version]`]: {
		GET: draftIsWritten,
		'POST ?/restore': bare(draftIsWritten),
	},
	// a draft of the founder, which other teachers read: whoever answers for pupils says who is on its pictures
	[`${space}/pages/[page]/guard`]: {
		GET: { yes: ['founder', 'teacher'], no: ['expert'] },
		'POST ?/tag': { yes: ['founder', 'teacher'], no: ['expert'] },
	},
	[`${space}/pages/[page]/public`]: {
		GET: draftIsTheFounders,
		'POST ?/publish': draftIsTheFounders,
		'POST ?/withdraw': bare(draftIsTheFounders),
	},
	'/[lang]/projects/kits': { GET: all, 'POST ?/found': all, 'POST ?/withdraw': all },
	[`${space}/archive`]: {
		GET: { yes: ['founder'], no: ofTheSpaceButTheFounder },
		'POST ?/offer': bare({ yes: ['founder'], no: ofTheSpaceButTheFounder }),
		'POST ?/anew': bare({ yes: ['founder'], no: ofTheSpaceButTheFounder }),
		'POST ?/copy': bare({ yes: ['founder'], no: ofTheSpaceButTheFounder }),
		'POST ?/close': bare({ yes: ['founder'], no: ofTheSpaceButTheFounder }),
		// after it was closed
		'POST ?/open-again': bare({ yes: ['founder'], no: ofTheSpaceButTheFounder }),
	},
	[`${space}/settings`]: {
		GET: { yes: ['founder'], no: ofTheSpaceButTheFounder },
		'POST ?/change': { yes: ['founder'], no: ofTheSpaceButTheFounder },
	},
	'/[lang]/projects/[project]/pages/[page]': { GET: all },
	'/[lang]/projects/[project]/pages/[page]/cover.png': { GET: all },

	'/[lang]/schools': { GET: all },
	// a school that nobody has confirmed: for whoever added it, and for the desks
	'/[lang]/schools/choices': { GET: all },
	'/[lang]/schools/[id]': {
		GET: { yes: ['pending', 'officer-here', 'officer-elsewhere', 'central'] },
		'POST ?/answer': all,
	},
	// such a school is with an officer anyway
	'/[lang]/schools/[id]/hint': { GET: { yes: [] }, 'POST ?/hint': { yes: [] } },
	'/[lang]/schools/[id]/correction': { GET: { yes: ['pending'] }, 'POST ?/correct': { yes: ['pending'] } },

	// nobody of the cast educates teachers
	'/[lang]/me/cohorts': { GET: all },
	'/[lang]/me/cohorts/new': { GET: { yes: [] }, 'POST ?/look': { yes: [] }, 'POST ?/make': { yes: [] } },
	'/[lang]/me/cohorts/[cohort]': {
		GET: { yes: [] },
		'POST ?/answer': { yes: [] },
		'POST ?/invite': { yes: [] },
		'POST ?/withdraw': { yes: [] },
		'POST ?/send': { yes: [] },
	},
	'/[lang]/cohort/[token]': {
		GET: all,
		'POST ?/join': all,
		'POST ?/accept': bare({ yes: 'all', always: 409 }),
	},
	'/[lang]/desk/institutions': { GET: all, 'POST ?/add': all },

	'/[lang]/partners': { GET: all },
	'/[lang]/partners/map': { GET: all },
	'/[lang]/partners/posts': { GET: all, 'POST ?/renew': founderAlone, 'POST ?/close': founderAlone },
	'/[lang]/partners/posts/new': { GET: all, 'POST ?/post': all },
	'/[lang]/partners/posts/[id]': {
		// whoever is blocked by its author finds no post
		GET: { yes: [...insiders, 'colleague', 'stranger'] },
		'POST ?/renew': founderAlone,
		'POST ?/close': founderAlone,
		'POST ?/answer': { yes: [...insiders, 'colleague', 'stranger'] },
	},
	'/[lang]/partners/posts/[id]/report': { GET: othersFindThePost, 'POST ?/report': othersFindThePost },
	'/[lang]/partners/posts/renew/[token]': { GET: nothingSigned, POST: nothingSigned },
	'/[lang]/partners/suggestions': { GET: all, 'POST ?/away': all, 'POST ?/again': bare(all) },
	'/[lang]/partners/classes': { GET: all, 'POST ?/drop': founderAlone },
	'/[lang]/partners/classes/new': { GET: all, 'POST ?/add': all },
	'/[lang]/partners/classes/[card]': { GET: founderAlone, 'POST ?/change': founderAlone },
	'/[lang]/partners/searches': { GET: all, 'POST ?/alerts': founderAlone, 'POST ?/drop': founderAlone },
	'/[lang]/partners/searches/new': { GET: all, 'POST ?/save': all },
	'/[lang]/partners/searches/stop/[token]': { GET: nothingSigned, POST: nothingSigned },
	'/[lang]/invited/[token]': { GET: nothingSigned, 'POST ?/answer': nothingSigned },
	'/[lang]/projects/[project]/invitation-link': {
		GET: founderAlone,
		'POST ?/make': bare(founderAlone),
		'POST ?/withdraw': bare(founderAlone),
		'POST ?/decide': founderAlone,
	},

	'/[lang]/notices': { GET: all, 'POST ?/see': bare(all) },
	'/[lang]/notices/choices': { GET: all, 'POST ?/save': all },
	'/[lang]/notices/stream': { GET: all },
	'/[lang]/notices/mute/[token]': {
		GET: { yes: [], always: 404 },
		POST: { yes: [], always: 404 },
	},

	'/[lang]/contacts': {
		GET: all,
		'POST ?/answer': { yes: ['teacher'] },
		'POST ?/block': all,
		'POST ?/unblock': all,
	},
	'/[lang]/contacts/new': { GET: { yes: allTeachers }, POST: { yes: allTeachers } },

	// whoever can be found can be written to, though not everybody by everybody
	'/[lang]/mailbox': { GET: all },
	'/[lang]/mailbox/[person]': {
		GET: { yes: othersThanTheFounder },
		'POST ?/write': { yes: othersThanTheFounder },
		'POST ?/keep': bare({ yes: othersThanTheFounder }),
		'POST ?/see': { yes: ['teacher'] },
		'POST ?/mute': { yes: ['teacher'] },
		'POST ?/block': bare({ yes: othersThanTheFounder }),
	},
	'/[lang]/mailbox/[person]/draft': { PATCH: { yes: othersThanTheFounder } },
	'/[lang]/mailbox/[person]/messages/[message]/report': {
		GET: { yes: ['teacher'] },
		'POST ?/report': { yes: ['teacher'] },
	},

	'/[lang]/me/classes': { GET: all, 'POST ?/make': all, 'POST ?/take': all, 'POST ?/decline': all },
	'/[lang]/me/classes/[class]': {
		GET: itsSchool,
		'POST ?/add': itsSchool,
		'POST ?/cards': itsSchool,
		'POST ?/all-cards': bare(itsSchool),
		'POST ?/pictures': itsSchool,
		'POST ?/home': itsSchool,
		// the end of the school year is far away, or the class is kept
		'POST ?/keep': bare(itsSchool),
		'POST ?/change': itsSchool,
		'POST ?/end': bare(itsSchool),
		// the class runs: there is nothing to bring back
		'POST ?/back': bare({ yes: [], no: ['founder', 'colleague'] }),
		'POST ?/pupil-back': itsSchool,
	},
	'/[lang]/me/classes/[class]/door': {
		GET: itsSchool,
		'POST ?/open': bare(itsSchool),
		'POST ?/close': bare(itsSchool),
	},
	'/[lang]/me/classes/[class]/consent': {
		GET: itsSchool,
		'POST ?/give': itsSchool,
		'POST ?/withdraw': itsSchool,
	},
	'/[lang]/me/classes/[class]/consent/form': { GET: itsSchool },
	'/[lang]/me/classes/[class]/pupils/[pupil]': {
		GET: itsSchool,
		'POST ?/rename': itsSchool,
		'POST ?/card': bare(itsSchool),
		'POST ?/end': bare(itsSchool),
		'POST ?/forget': bare(itsSchool),
	},
	'/[lang]/me/classes/[class]/pupils/[pupil]/data': { POST: bare(itsSchool) },
	'/[lang]/pupil': { GET: all, 'POST ?/enter': all },
	'/[lang]/pupil/class': { GET: all, 'POST ?/enter': all },
	// nothing tapped yet is the first step
	'/[lang]/pupil/secret': { GET: all, 'POST ?/code': all, 'POST ?/pictures': bare(all) },
	// who has one project only is in it at once
	'/[lang]/pupil/home': { GET: { yes: 'all', on: ['pupil', 'pupil-helper'] } },
	[ofPupils]: {
		GET: pupilOfTheSpace,
		'POST ?/post': helpersOnly,
		'POST ?/answer': pupilOfTheSpace,
		'POST ?/take-back': pupilOfTheSpace,
		'POST ?/like': pupilOfTheSpace,
	},
	[`${ofPupils}/wall`]: {
		GET: pupilOfTheSpace,
		'POST ?/write': pupilOfTheSpace,
		'POST ?/answer': pupilOfTheSpace,
		'POST ?/take-back': pupilOfTheSpace,
		'POST ?/like': pupilOfTheSpace,
	},
	[`${ofPupils}/walls/[member]`]: {
		GET: pupilOfTheSpace,
		'POST ?/answer': pupilOfTheSpace,
		'POST ?/take-back': pupilOfTheSpace,
		'POST ?/like': pupilOfTheSpace,
	},
	[`${ofPupils}/posts/[post]/report`]: { GET: pupilOfTheSpace, 'POST ?/report': pupilOfTheSpace },
	[`${ofPupils}/posts/[post]/links/[place]`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/pages`]: { GET: pupilOfTheSpace },
	// pages are begun and written by those pupils only who help the teachers
	[`${ofPupils}/pages/new`]: { GET: helpersOnly, 'POST ?/make': helpersOnly },
	[`${ofPupils}/pages/[page]`]: {
		GET: pupilOfTheSpace,
		'POST ?/share': bare(helpersOnly),
		'POST ?/draft': bare(helpersOnly),
		// a page of the founder, and so not the helper's to throw away
		'POST ?/bin': bare({ yes: [], no: ['pupil', 'pupil-helper'] }),
	},
	[`${ofPupils}/pages/[page]/edit`]: {
		GET: helpersOnly,
		'POST ?/step': helpersOnly,
		'POST ?/save': helpersOnly,
	},
	[`${ofPupils}/pages/[page]/write`]: { GET: helpersOnly },
	[`${ofPupils}/pages/[page]/links/[place]`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/people`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/people/rights`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/forum`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/forum/[discussion]`]: { GET: pupilOfTheSpace, 'POST ?/begin': helpersOnly },
	[`${ofPupils}/forum/threads/[thread]`]: {
		GET: pupilOfTheSpace,
		'POST ?/reply': pupilOfTheSpace,
		'POST ?/read': bare(pupilOfTheSpace),
		'POST ?/take-back': pupilOfTheSpace,
		'POST ?/like': pupilOfTheSpace,
	},
	[`${ofPupils}/materials`]: { GET: pupilOfTheSpace, 'POST ?/take-out': { yes: [] } },
	[`${ofPupils}/materials/add`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/materials/folders/[folder]`]: { GET: pupilOfTheSpace },
	[`${ofPupils}/materials/files/[material]`]: {
		GET: pupilOfTheSpace,
		'POST ?/change': { yes: [], no: ['pupil', 'pupil-helper'] },
		'POST ?/bin': bare({ yes: [], no: ['pupil', 'pupil-helper'] }),
	},
	'/[lang]/pupil/leave': { GET: all, POST: bare(all) },

	'/[lang]/about': { GET: all },
	'/[lang]/privacy': { GET: all },
	'/[lang]/accessibility': { GET: all },
	'/[lang]/conduct': { GET: all },
	'/[lang]/pupil/privacy': { GET: all },
	'/[lang]/pupil/conduct': { GET: all },
	'/[lang]/privacy/register': { GET: all },
	'/[lang]/privacy/register/fields.csv': { GET: all },

	// pictures for the founder's draft; no upload of anybody has begun
	// the pupil who helps writes along in every page
	'ws:/live/pages': { GET: { yes: ['founder', 'expert', 'pupil-helper'], no: ['teacher'] } },
	'tus:/uploads/form': { POST: draftIsWritten },
	'tus:/uploads/tus': { POST: draftIsWritten, HEAD: { yes: [] }, PATCH: { yes: [] }, DELETE: { yes: [] } },
};

/** What to do about each call of access.ts that has no line here, and about lines that are left over. */
export function problemsOfTable(access: Readonly<Record<string, AccessLine>>): string[] {
	return [
		...callsOf(access).flatMap(({ route, call }) => (reach[route]?.[call] ? [] : [missingLine(route, call)])),
		...callsOf(reach).flatMap(({ route, call }) =>
			access[route]?.[call] ? [] : [`tests/walls/reach.ts names what does not exist: ${route} ${call}`],
		),
	];
}

export function missingLine(route: string, call: string): string {
	return (
		`tests/walls/reach.ts has no line for "${call}" of ${route}. Say there who gets it ("yes") and who is told that ` +
		'it is not theirs ("no"); everybody else whom src/access.ts lets in finds nothing.'
	);
}

function callsOf(table: Readonly<Record<string, object>>) {
	return Object.entries(table).flatMap(([route, line]) => Object.keys(line).map((call) => ({ route, call })));
}

/** Things of which a route leads to several: another one than usual, and who reaches it. */
export const further: readonly {
	readonly route: string;
	readonly thing: (place: Place) => Names;
	readonly line: Line;
}[] = [
	{ route: '/[lang]/projects/[project]', thing: ({ draft }) => ({ project: draft }), line: founderAlone },
	{
		route: '/[lang]/projects/[project]',
		thing: ({ submitted }) => ({ project: submitted }),
		line: founderAlone,
	},
	{
		route: '/[lang]/projects/[project]/plan',
		thing: ({ refused }) => ({ project: refused }),
		line: founderAlone,
	},
	{
		route: '/[lang]/projects/[project]/status',
		thing: ({ refused }) => ({ project: refused }),
		line: founderAlone,
	},
	{
		route: '/[lang]/projects/[project]/status',
		thing: ({ invited }) => ({ project: invited }),
		line: { yes: ['founder'], no: ['teacher'] },
	},
	{ route: space, thing: ({ submitted }) => ({ project: submitted }), line: { yes: [] } },
	{ route: `${space}/posts/[post]`, thing: ({ note }) => ({ post: note }), line: outOfSight },
	{ route: `${space}/posts/[post]`, thing: ({ wallPost }) => ({ post: wallPost }), line: inSpace },
	{ route: `${space}/posts/[post]`, thing: ({ hiddenPost }) => ({ post: hiddenPost }), line: outOfSight },
	{ route: `${space}/posts/[post]`, thing: ({ removedPost }) => ({ post: removedPost }), line: outOfSight },
	{ route: `${space}/posts/[post]`, thing: ({ reportedPost }) => ({ post: reportedPost }), line: outOfSight },
	{
		route: `${space}/posts/[post]/report`,
		thing: ({ hiddenPost }) => ({ post: hiddenPost }),
		line: outOfSight,
	},
	{
		route: `${space}/posts/[post]/decision`,
		thing: ({ hiddenPost }) => ({ post: hiddenPost }),
		line: outOfSight,
	},
	{ route: `${space}/posts/[post]/decision`, thing: ({ wallPost }) => ({ post: wallPost }), line: inSpace },
	{
		route: `${space}/pages/[page]/versions/[version]`,
		thing: () => ({ version: '1' }),
		line: draftIsWritten,
	},
	{
		route: `${space}/pages/[page]/public`,
		thing: ({ publishedPage }) => ({ page: publishedPage }),
		line: { yes: ['founder'], no: ofTheSpaceButTheFounder },
	},
	{
		route: `${space}/pupils/[member]`,
		thing: ({ partnerPupil }) => ({ member: partnerPupil }),
		line: inSpace,
	},
	// a teacher has no wall
	{ route: `${space}/pupils/[member]`, thing: ({ member }) => ({ member }), line: { yes: [] } },
	{ route: `${space}/pages/[page]`, thing: ({ sharedPage }) => ({ page: sharedPage }), line: inSpace },
	{ route: `${space}/pages/[page]`, thing: ({ binnedPage }) => ({ page: binnedPage }), line: founderAlone },
	{
		route: `${space}/materials/files/[material]`,
		thing: ({ hiddenMaterial }) => ({ material: hiddenMaterial }),
		line: outOfSight,
	},
	{
		route: `${space}/materials/files/[material]`,
		thing: ({ binnedMaterial }) => ({ material: binnedMaterial }),
		line: { yes: ['founder', 'expert'] },
	},
	{
		route: `${ofPupils}/materials/files/[material]`,
		thing: ({ hiddenMaterial }) => ({ material: hiddenMaterial }),
		line: { yes: [] },
	},
	// a draft is there for pupils who help, and what was thrown away for none
	{ route: `${ofPupils}/pages/[page]`, thing: ({ page }) => ({ page }), line: { yes: ['pupil-helper'] } },
	{
		route: `${ofPupils}/pages/[page]`,
		thing: ({ helpersPage }) => ({ page: helpersPage }),
		line: { yes: ['pupil-helper'] },
	},
	{
		route: `${ofPupils}/walls/[member]`,
		thing: ({ pupil }) => ({ member: pupil }),
		line: { yes: ['pupil-helper'], on: ['pupil'] },
	},
	{
		route: `${ofPupils}/pages/[page]`,
		thing: ({ binnedPage }) => ({ page: binnedPage }),
		line: { yes: [] },
	},
	{ route: `${ofPupils}/pages/[page]/links/[place]`, thing: () => ({ place: '1' }), line: { yes: [] } },
	// what a pupil wrote is no link
	{
		route: `${ofPupils}/posts/[post]/links/[place]`,
		thing: ({ wallPost }) => ({ post: wallPost }),
		line: { yes: [] },
	},
	{
		route: `${ofPupils}/posts/[post]/report`,
		thing: ({ hiddenPost }) => ({ post: hiddenPost }),
		line: { yes: [] },
	},
	{
		route: '/[lang]/me/classes/[class]',
		thing: ({ classEnded }) => ({ class: classEnded }),
		line: itsSchool,
	},
	{
		route: '/[lang]/me/classes/[class]',
		thing: ({ classOutside }) => ({ class: classOutside }),
		line: itsSchool,
	},
	{
		route: '/[lang]/partners/posts/[id]',
		thing: ({ closedPartnerPost }) => ({ id: closedPartnerPost }),
		line: founderAlone,
	},
	{
		route: '/[lang]/desk/cases/[id]',
		thing: ({ openedCase }) => ({ id: openedCase }),
		line: { yes: ['officer-here'] },
	},
	{
		route: '/[lang]/desk/cases/[id]',
		thing: ({ unopenedCase }) => ({ id: unopenedCase }),
		line: { yes: ['officer-here'] },
	},
];
