/**
 * Who may call what: every route x method (and named action) → kinds of actor. No line, no answer.
 * This is the first door only: each use case reaches its thing and demands its ability besides.
 */
import type { ActorKind } from '#shared/actor';

type Kinds = readonly ActorKind[];
/** `GET`, `POST` (default action or endpoint), `POST ?/name` (named action), `PATCH`, `DELETE`, `HEAD` as GET. */
export type AccessLine = Readonly<Record<string, Kinds>>;

const signedIn: Kinds = ['member', 'teacher', 'guest', 'officer', 'operator'];
/** Adults, signed in or not. */
const adults: Kinds = ['visitor', ...signedIn];
const people: Kinds = ['member', 'teacher', 'guest'];
const teachers: Kinds = ['teacher'];
const officers: Kinds = ['officer'];
const pupils: Kinds = ['pupil'];
/** Adults who can be in a space. */
const members: Kinds = ['teacher', 'guest'];
/** Who may stand before the door for cards: a child at a tablet that somebody else used before. */
const cardHolders: Kinds = ['visitor', 'member', 'teacher', 'guest', 'pupil'];
const inSpaces: Kinds = ['teacher', 'guest', 'pupil'];
/** Who sends files: to spaces, and registers to the desk. Each purpose decides for itself. */
const senders: Kinds = [...inSpaces, 'officer'];
/** Who reports what they see, with an account or without. */
const reporters: Kinds = ['visitor', 'member', 'teacher', 'guest', 'officer', 'pupil'];
const anyone: Kinds = ['visitor', ...signedIn, 'pupil', 'bearer'];

export const access: Readonly<Record<string, AccessLine>> = {
	'/[lang]': { GET: anyone },
	'/[lang]/[...nowhere]': { GET: anyone },
	'/[lang]/refused/[key]': { GET: anyone },
	'/[lang]/unanswered/[key]': { GET: anyone },

	// what everybody may read about the platform
	'/[lang]/about': { GET: anyone },
	'/[lang]/privacy': { GET: anyone },
	'/[lang]/accessibility': { GET: anyone },
	'/[lang]/conduct': { GET: anyone },
	'/[lang]/pupil/privacy': { GET: anyone },
	'/[lang]/pupil/conduct': { GET: anyone },
	'/[lang]/privacy/register': { GET: anyone },
	'/[lang]/privacy/register/fields.csv': { GET: anyone },

	// people: joining, signing in and out
	'/[lang]/join': { GET: adults, 'POST ?/find': adults, 'POST ?/join': adults },
	'/[lang]/join/written': { GET: adults, 'POST ?/again': adults, 'POST ?/correct': adults },
	// a school answers for somebody who says they work there
	'/[lang]/head/[token]': { GET: adults, 'POST ?/answer': adults },
	'/[lang]/confirm/[token]': { GET: adults, 'POST ?/confirm': adults },
	'/[lang]/sign-in': { GET: adults, 'POST ?/enter': adults },
	'/[lang]/sign-in/code': { GET: adults, 'POST ?/enter': adults },
	'/[lang]/sign-in/with/[provider]': { GET: adults },
	'/[lang]/sign-in/with/[provider]/callback': { GET: adults },
	'/[lang]/sign-in/with/[provider]/welcome': { GET: adults, 'POST ?/join': adults, 'POST ?/connect': people },
	'/[lang]/sign-in/passkey': { GET: adults, 'POST ?/enter': adults },
	'/[lang]/merging/[token]': { GET: adults, 'POST ?/separate': adults },
	'/[lang]/desk/merging': {
		GET: officers,
		'POST ?/look': officers,
		'POST ?/open': officers,
		'POST ?/ask': officers,
		'POST ?/separate': officers,
	},
	'/[lang]/sign-out': { GET: signedIn, POST: signedIn },
	'/[lang]/password': { GET: adults, 'POST ?/ask': adults },
	'/[lang]/password/written': { GET: adults },
	'/[lang]/set-up/[token]': { GET: adults, 'POST ?/make': adults },
	'/[lang]/password/[token]': { GET: adults, 'POST ?/choose': adults },

	// files: the doors beside the pages, and what they took in
	'tus:/uploads/form': { POST: senders },
	'tus:/uploads/tus': { POST: senders, HEAD: senders, PATCH: senders, DELETE: senders },
	// the socket of those who write a page together
	'ws:/live/pages': { GET: inSpaces },
	'/files/[file]/[size]': { GET: anyone },
	// for search engines
	'/robots.txt': { GET: anyone },
	'/sitemap.xml': { GET: anyone },

	// support: the officers' desk
	'/[lang]/desk': { GET: officers, 'POST ?/bulk': officers, 'POST ?/undo': officers },
	'/[lang]/desk/cases/[id]': {
		GET: officers,
		'POST ?/open': officers,
		'POST ?/grant': officers,
		'POST ?/refuse': officers,
		'POST ?/ask': officers,
	},

	'/[lang]/desk/people': { GET: officers },
	'/[lang]/desk/people/[person]': { GET: officers, 'POST ?/open': officers },
	'/[lang]/desk/figures': { GET: officers },
	'/[lang]/desk/figures/queue.csv': { GET: officers },
	'/[lang]/desk/looks': { GET: officers },
	'/[lang]/desk/holidays': { GET: officers, 'POST ?/add': officers, 'POST ?/remove': officers },
	'/[lang]/desk/cases/[id]/points': {
		GET: officers,
		'POST ?/keep': officers,
		'POST ?/award': officers,
		'POST ?/refuse': officers,
	},
	'/[lang]/desk/cases/[id]/pages/[page]': { GET: officers },
	'/[lang]/desk/cases/[id]/evidence': { GET: officers, 'POST ?/enter': officers, 'POST ?/again': officers },

	// the central desk alone: each use case asks for it
	'/[lang]/desk/organisations': { GET: officers, 'POST ?/add': officers },
	'/[lang]/desk/organisations/[organisation]': {
		GET: officers,
		'POST ?/save': officers,
		'POST ?/cover': officers,
		'POST ?/uncover': officers,
		'POST ?/give': officers,
		'POST ?/end': officers,
	},
	'/[lang]/desk/countries': { GET: officers, 'POST ?/add': officers },
	'/[lang]/desk/countries/[country]': { GET: officers, 'POST ?/save': officers },
	'/[lang]/desk/settings/labels': { GET: officers, 'POST ?/set': officers, 'POST ?/undo': officers },
	'/[lang]/desk/settings/evidence': { GET: officers, 'POST ?/set': officers, 'POST ?/undo': officers },
	'/[lang]/desk/settings/times': { GET: officers, 'POST ?/set': officers, 'POST ?/undo': officers },
	'/[lang]/desk/settings/ages': { GET: officers, 'POST ?/set': officers, 'POST ?/undo': officers },
	'/[lang]/desk/settings/texts': { GET: officers },
	'/[lang]/desk/settings/texts/[text]/[language]': {
		GET: officers,
		'POST ?/look': officers,
		'POST ?/write': officers,
	},
	'/[lang]/desk/settings/texts/[text]/[language]/[version]': { GET: officers, 'POST ?/restore': officers },
	'/[lang]/desk/settings': {
		GET: officers,
		'POST ?/set': officers,
		'POST ?/undo': officers,
	},

	// safety: reports of anybody, what became of them, and the moderators' desk
	'/[lang]/reports': { GET: reporters, 'POST ?/find': reporters },
	'/[lang]/reports/about/[kind]/[thing]': { GET: reporters, 'POST ?/report': reporters },
	'/[lang]/reports/[number]': { GET: reporters, 'POST ?/appeal': reporters },
	'/[lang]/me/decisions/[matter]': { GET: people, 'POST ?/appeal': people },
	'/[lang]/pupil/decisions/[matter]': { GET: pupils, 'POST ?/appeal': pupils },
	'/[lang]/desk/moderation': { GET: officers },
	'/[lang]/desk/moderation/[matter]': {
		GET: officers,
		'POST ?/open': officers,
		'POST ?/decide': officers,
		'POST ?/suspend': officers,
		'POST ?/lift': officers,
	},
	'/[lang]/desk/moderation/counts.csv': { GET: officers },

	// registers of schools, at the same desk
	'/[lang]/desk/register': { GET: officers },
	'/[lang]/desk/register/new': { GET: officers, 'POST ?/begin': officers },
	'/[lang]/desk/register/imports/[import]': {
		GET: officers,
		'POST ?/apply': officers,
		'POST ?/undo': officers,
		'POST ?/drop': officers,
	},
	'/[lang]/desk/register/imports/[import]/columns': {
		GET: officers,
		'POST ?/try': officers,
		'POST ?/check': officers,
	},
	'/[lang]/desk/register/questions': { GET: officers },
	'/[lang]/desk/register/questions/[question]': {
		GET: officers,
		'POST ?/answer': officers,
		'POST ?/join': officers,
	},
	'/[lang]/desk/register/doubles': { GET: officers, 'POST ?/undo': officers, 'POST ?/pair': officers },

	// projects
	'/[lang]/projects': { GET: anyone },
	'/[lang]/projects/found': { GET: people, 'POST ?/found': teachers },
	'/[lang]/projects/[project]': { GET: anyone },
	'/[lang]/projects/[project]/plan': {
		GET: teachers,
		'POST ?/save': teachers,
		'POST ?/send': teachers,
		'POST ?/again': teachers,
	},
	'/[lang]/projects/[project]/plan/draft': { PATCH: teachers },
	'/[lang]/projects/[project]/plan/picture': {
		GET: teachers,
		'POST ?/describe': teachers,
		'POST ?/remove': teachers,
	},
	'/[lang]/projects/[project]/status': { GET: people, 'POST ?/answer': people, 'POST ?/take-back': people },
	// labels: who takes part applies; between two schools one reads, answers and throws away
	'/[lang]/projects/[project]/label': {
		GET: people,
		'POST ?/save': teachers,
		'POST ?/send': teachers,
		'POST ?/discard': people,
		'POST ?/answer': people,
	},
	'/[lang]/projects/[project]/label/draft': { PATCH: teachers },
	'/[lang]/projects/[project]/withdrawal': { GET: people, POST: people },
	'/[lang]/projects/invitations/[invitation]': {
		GET: people,
		'POST ?/accept': teachers,
		'POST ?/decline': people,
	},
	'/[lang]/me/projects': { GET: people },
	'/[lang]/me/labels': { GET: people },

	// people: myself and others
	'/[lang]/me': { GET: signedIn },
	'/[lang]/me/school': { GET: people, 'POST ?/state': people, 'POST ?/add': people },
	'/[lang]/me/status': {
		GET: signedIn,
		'POST ?/answer': people,
		'POST ?/correct': people,
		'POST ?/end': people,
		'POST ?/appear': people,
		'POST ?/hint': people,
	},
	'/[lang]/me/profile': {
		GET: people,
		'POST ?/save': people,
		'POST ?/preview': people,
		'POST ?/remove-photo': teachers,
	},
	'/[lang]/me/places/[affiliation]/leave': { GET: teachers, 'POST ?/leave': teachers },
	'/[lang]/me/colleagues': { GET: teachers, 'POST ?/say': teachers },
	'/[lang]/me/security': { GET: people, 'POST ?/end': people, 'POST ?/end-others': people },
	'/[lang]/me/security/prove': { GET: people, 'POST ?/prove': people },
	'/[lang]/me/security/prove/passkey': { GET: people, 'POST ?/prove': people },
	'/[lang]/me/security/app': {
		GET: people,
		'POST ?/begin': people,
		'POST ?/confirm': people,
		'POST ?/remove': people,
	},
	'/[lang]/me/security/providers': { GET: people, 'POST ?/disconnect': people },
	'/[lang]/me/security/codes': { GET: people, 'POST ?/make': people },
	'/[lang]/me/security/merge': {
		GET: people,
		'POST ?/prove': people,
		'POST ?/forget': people,
		'POST ?/unite': people,
		'POST ?/separate': people,
	},
	'/[lang]/me/security/passkeys': { GET: people, 'POST ?/add': people, 'POST ?/remove': people },
	'/[lang]/me/security/addresses': {
		GET: people,
		'POST ?/add': people,
		'POST ?/main': people,
		'POST ?/remove': people,
	},
	'/[lang]/me/security/addresses/[token]': { GET: people, 'POST ?/confirm': people },
	'/[lang]/me/security/password': { GET: people, 'POST ?/change': people },
	// a second click on the way in is an officer's already
	'/[lang]/me/desk': { GET: signedIn, 'POST ?/enter': [...people, ...officers], 'POST ?/leave': officers },
	'/[lang]/me/looks': { GET: signedIn },
	'/[lang]/me/privacy': { GET: people, 'POST ?/erase': people },
	'/[lang]/me/privacy/data': { POST: people },
	'/[lang]/people/[person]': { GET: people },

	// TwinSpaces; pupils have pages of their own
	'/[lang]/projects/kits': { GET: teachers, 'POST ?/found': teachers, 'POST ?/withdraw': teachers },
	'/[lang]/projects/[project]/twinspace': { GET: members },
	'/[lang]/projects/[project]/twinspace/updates': {
		GET: members,
		'POST ?/post': members,
		'POST ?/like': members,
		'POST ?/pin': members,
	},
	'/[lang]/projects/[project]/twinspace/posts/[post]': { GET: members, 'POST ?/answer': members },
	'/[lang]/projects/[project]/twinspace/posts/[post]/words': { GET: members, 'POST ?/mend': members },
	'/[lang]/projects/[project]/twinspace/posts/[post]/report': { GET: members, 'POST ?/report': members },
	'/[lang]/projects/[project]/twinspace/posts/[post]/decision': {
		GET: members,
		'POST ?/take-back': members,
		'POST ?/show': members,
		'POST ?/hide': members,
		'POST ?/remove': members,
	},
	'/[lang]/projects/[project]/twinspace/pupils': { GET: members, 'POST ?/bring': teachers },
	'/[lang]/projects/[project]/twinspace/pupils/[member]': { GET: members },
	'/[lang]/projects/[project]/twinspace/log': { GET: teachers },
	'/[lang]/projects/[project]/twinspace/members': { GET: members },
	'/[lang]/projects/[project]/twinspace/rights': { GET: members },
	'/[lang]/projects/[project]/twinspace/forum': {
		GET: members,
		'POST ?/open': members,
		'POST ?/bring-back': members,
	},
	'/[lang]/projects/[project]/twinspace/forum/[discussion]': {
		GET: members,
		'POST ?/begin': members,
		'POST ?/remove': members,
	},
	'/[lang]/projects/[project]/twinspace/forum/threads/[thread]': {
		GET: members,
		'POST ?/reply': members,
		'POST ?/read': members,
		'POST ?/steer': members,
	},
	'/[lang]/projects/[project]/twinspace/bulletin': { GET: teachers, 'POST ?/write': teachers },
	'/[lang]/projects/[project]/twinspace/materials': {
		GET: members,
		'POST ?/make': members,
		'POST ?/take-out': members,
	},
	'/[lang]/projects/[project]/twinspace/materials/add': { GET: members },
	'/[lang]/projects/[project]/twinspace/materials/bin': { GET: members },
	'/[lang]/projects/[project]/twinspace/materials/folders/[folder]': {
		GET: members,
		'POST ?/rename': members,
		'POST ?/bin': members,
	},
	'/[lang]/projects/[project]/twinspace/materials/files/[material]': {
		GET: members,
		'POST ?/change': members,
		'POST ?/bin': members,
		'POST ?/hide': teachers,
		'POST ?/show': teachers,
		'POST ?/tag': teachers,
		'POST ?/captions': members,
		'POST ?/no-captions': members,
	},
	'/[lang]/projects/[project]/twinspace/members/[member]': {
		GET: members,
		'POST ?/role': members,
		'POST ?/remove': members,
		'POST ?/suspend': members,
		'POST ?/let-in': members,
	},
	'/[lang]/projects/[project]/twinspace/reports': { GET: teachers, 'POST ?/waits': teachers },
	'/[lang]/projects/[project]/twinspace/reports/[matter]': {
		GET: teachers,
		'POST ?/settle': teachers,
		'POST ?/pass-on': teachers,
	},
	'/[lang]/projects/[project]/twinspace/pages': { GET: members, 'POST ?/move': members },
	'/[lang]/projects/[project]/twinspace/pages/new': { GET: members, 'POST ?/make': members },
	'/[lang]/projects/[project]/twinspace/pages/bin': { GET: members, 'POST ?/take-out': members },
	'/[lang]/projects/[project]/twinspace/pages/[page]': {
		GET: members,
		'POST ?/place': members,
		'POST ?/share': members,
		'POST ?/draft': members,
		'POST ?/bin': members,
	},
	'/[lang]/projects/[project]/twinspace/pages/[page]/write': { GET: members },
	'/[lang]/projects/[project]/twinspace/pages/[page]/writers': { GET: members },
	'/[lang]/projects/[project]/twinspace/pages/[page]/edit': {
		GET: members,
		'POST ?/step': members,
		'POST ?/save': members,
	},
	'/[lang]/projects/[project]/twinspace/pages/[page]/picture': { GET: members },
	'/[lang]/projects/[project]/twinspace/pages/[page]/versions': { GET: members },
	'/[lang]/projects/[project]/twinspace/pages/[page]/versions/[version]': {
		GET: members,
		'POST ?/restore': members,
	},
	'/[lang]/projects/[project]/twinspace/pages/[page]/guard': { GET: teachers, 'POST ?/tag': teachers },
	'/[lang]/projects/[project]/twinspace/pages/[page]/public': {
		GET: teachers,
		'POST ?/publish': teachers,
		'POST ?/withdraw': teachers,
	},
	'/[lang]/projects/[project]/pages/[page]': { GET: anyone },
	'/[lang]/projects/[project]/pages/[page]/cover.png': { GET: anyone },
	'/[lang]/projects/[project]/twinspace/archive': {
		GET: teachers,
		'POST ?/copy': teachers,
		'POST ?/close': teachers,
		'POST ?/open-again': teachers,
		'POST ?/offer': teachers,
		'POST ?/anew': teachers,
	},
	'/[lang]/projects/[project]/twinspace/settings': { GET: teachers, 'POST ?/change': teachers },

	// schools
	'/[lang]/schools/choices': { GET: adults },
	'/[lang]/schools': { GET: adults },
	'/[lang]/schools/[id]': { GET: adults, 'POST ?/answer': people },
	'/[lang]/schools/[id]/hint': { GET: people, 'POST ?/hint': ['member', 'teacher'] },
	'/[lang]/schools/[id]/correction': { GET: people, 'POST ?/correct': people },

	// teacher education
	'/[lang]/me/cohorts': { GET: teachers },
	'/[lang]/me/cohorts/new': { GET: teachers, 'POST ?/look': teachers, 'POST ?/make': teachers },
	'/[lang]/me/cohorts/[cohort]': {
		GET: teachers,
		'POST ?/answer': teachers,
		'POST ?/invite': teachers,
		'POST ?/withdraw': teachers,
		'POST ?/send': teachers,
	},
	'/[lang]/cohort/[token]': {
		GET: ['visitor', 'member', 'teacher'],
		'POST ?/join': ['visitor'],
		'POST ?/accept': ['member', 'teacher'],
	},
	'/[lang]/desk/institutions': { GET: officers, 'POST ?/add': officers },

	// partner finding
	'/[lang]/partners': { GET: teachers },
	'/[lang]/partners/map': { GET: teachers },
	'/[lang]/partners/posts': { GET: teachers, 'POST ?/renew': teachers, 'POST ?/close': teachers },
	'/[lang]/partners/posts/renew/[token]': { GET: adults, POST: adults },
	'/[lang]/partners/posts/new': { GET: teachers, 'POST ?/post': teachers },
	'/[lang]/partners/posts/[id]': {
		GET: teachers,
		'POST ?/renew': teachers,
		'POST ?/close': teachers,
		'POST ?/answer': teachers,
	},
	'/[lang]/partners/posts/[id]/report': { GET: teachers, 'POST ?/report': teachers },
	'/[lang]/partners/suggestions': { GET: teachers, 'POST ?/away': teachers, 'POST ?/again': teachers },
	'/[lang]/partners/classes': { GET: teachers, 'POST ?/drop': teachers },
	'/[lang]/partners/classes/new': { GET: teachers, 'POST ?/add': teachers },
	'/[lang]/partners/classes/[card]': { GET: teachers, 'POST ?/change': teachers },
	'/[lang]/partners/searches': { GET: teachers, 'POST ?/alerts': teachers, 'POST ?/drop': teachers },
	'/[lang]/partners/searches/new': { GET: teachers, 'POST ?/save': teachers },
	'/[lang]/partners/searches/stop/[token]': { GET: adults, POST: adults },
	'/[lang]/invited/[token]': { GET: adults, 'POST ?/answer': people },
	'/[lang]/projects/[project]/invitation-link': {
		GET: teachers,
		'POST ?/make': teachers,
		'POST ?/withdraw': teachers,
		'POST ?/decide': teachers,
	},

	// notices
	'/[lang]/notices': { GET: signedIn, 'POST ?/see': signedIn },
	'/[lang]/notices/choices': { GET: signedIn, 'POST ?/save': signedIn },
	'/[lang]/notices/stream': { GET: signedIn },
	'/[lang]/notices/mute/[token]': { GET: adults, POST: adults },

	// contacts
	'/[lang]/contacts': {
		GET: teachers,
		'POST ?/answer': teachers,
		'POST ?/block': teachers,
		'POST ?/unblock': teachers,
	},
	'/[lang]/contacts/new': { GET: teachers, POST: teachers },
	'/[lang]/mailbox': { GET: teachers },
	'/[lang]/mailbox/[person]': {
		GET: teachers,
		'POST ?/write': teachers,
		'POST ?/keep': teachers,
		'POST ?/see': teachers,
		'POST ?/mute': teachers,
		'POST ?/block': teachers,
	},
	'/[lang]/mailbox/[person]/draft': { PATCH: teachers },
	'/[lang]/mailbox/[person]/messages/[message]/report': { GET: teachers, 'POST ?/report': teachers },

	// pupils: classes and cards of teachers, the pupils' own door
	'/[lang]/me/classes': {
		GET: teachers,
		'POST ?/make': teachers,
		'POST ?/take': teachers,
		'POST ?/decline': teachers,
	},
	'/[lang]/me/classes/[class]': {
		GET: teachers,
		'POST ?/add': teachers,
		'POST ?/cards': teachers,
		'POST ?/all-cards': teachers,
		'POST ?/pictures': teachers,
		'POST ?/home': teachers,
		'POST ?/keep': teachers,
		'POST ?/change': teachers,
		'POST ?/end': teachers,
		'POST ?/back': teachers,
		'POST ?/pupil-back': teachers,
	},
	'/[lang]/me/classes/[class]/door': { GET: teachers, 'POST ?/open': teachers, 'POST ?/close': teachers },
	'/[lang]/me/classes/[class]/consent': {
		GET: teachers,
		'POST ?/give': teachers,
		'POST ?/withdraw': teachers,
	},
	'/[lang]/me/classes/[class]/consent/form': { GET: teachers },
	'/[lang]/me/classes/[class]/pupils/[pupil]': {
		GET: teachers,
		'POST ?/rename': teachers,
		'POST ?/card': teachers,
		'POST ?/end': teachers,
		'POST ?/forget': teachers,
	},
	'/[lang]/me/classes/[class]/pupils/[pupil]/data': { POST: teachers },
	'/[lang]/pupil': { GET: cardHolders, 'POST ?/enter': cardHolders },
	'/[lang]/pupil/class': { GET: cardHolders, 'POST ?/enter': cardHolders },
	'/[lang]/pupil/secret': { GET: pupils, 'POST ?/code': pupils, 'POST ?/pictures': pupils },
	'/[lang]/pupil/home': { GET: pupils },
	'/[lang]/pupil/spaces/[project]': {
		GET: pupils,
		'POST ?/post': pupils,
		'POST ?/answer': pupils,
		'POST ?/take-back': pupils,
		'POST ?/like': pupils,
	},
	'/[lang]/pupil/spaces/[project]/wall': {
		GET: pupils,
		'POST ?/write': pupils,
		'POST ?/answer': pupils,
		'POST ?/take-back': pupils,
		'POST ?/like': pupils,
	},
	'/[lang]/pupil/spaces/[project]/walls/[member]': {
		GET: pupils,
		'POST ?/answer': pupils,
		'POST ?/take-back': pupils,
		'POST ?/like': pupils,
	},
	'/[lang]/pupil/spaces/[project]/posts/[post]/report': { GET: pupils, 'POST ?/report': pupils },
	'/[lang]/pupil/spaces/[project]/posts/[post]/links/[place]': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/pages': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/pages/new': { GET: pupils, 'POST ?/make': pupils },
	'/[lang]/pupil/spaces/[project]/pages/[page]': {
		GET: pupils,
		'POST ?/share': pupils,
		'POST ?/draft': pupils,
		'POST ?/bin': pupils,
	},
	'/[lang]/pupil/spaces/[project]/pages/[page]/write': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/pages/[page]/edit': {
		GET: pupils,
		'POST ?/step': pupils,
		'POST ?/save': pupils,
	},
	'/[lang]/pupil/spaces/[project]/pages/[page]/links/[place]': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/people': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/people/rights': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/forum': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/forum/[discussion]': { GET: pupils, 'POST ?/begin': pupils },
	'/[lang]/pupil/spaces/[project]/forum/threads/[thread]': {
		GET: pupils,
		'POST ?/reply': pupils,
		'POST ?/read': pupils,
		'POST ?/take-back': pupils,
		'POST ?/like': pupils,
	},
	'/[lang]/pupil/spaces/[project]/materials': { GET: pupils, 'POST ?/take-out': pupils },
	'/[lang]/pupil/spaces/[project]/materials/add': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/materials/folders/[folder]': { GET: pupils },
	'/[lang]/pupil/spaces/[project]/materials/files/[material]': {
		GET: pupils,
		'POST ?/change': pupils,
		'POST ?/bin': pupils,
	},
	'/[lang]/pupil/leave': { GET: pupils, POST: pupils },
};
