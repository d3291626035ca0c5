// What must not be told to everybody: one made-up word in each private text, and who is owed it.
import type { Role } from './cast.ts';

/** Two pairs of founders have the same things: `here` is where the cast works, `there` nobody of it but the stranger. */
export type Ground = 'here' | 'there';

const insiders = ['founder', 'teacher', 'expert', 'observer'] as const satisfies readonly Role[];
const pupils = ['pupil', 'pupil-helper'] as const satisfies readonly Role[];
const teachers = ['founder', 'teacher'] as const satisfies readonly Role[];
const allTeachers = [...insiders, 'colleague', 'removed', 'stranger'] as const satisfies readonly Role[];
const desks = ['officer-here', 'officer-elsewhere', 'central'] as const satisfies readonly Role[];
const itsSchool = ['founder', 'colleague'] as const satisfies readonly Role[];

/** Each private text, and the roles that are owed it: they must find it on some page, and nobody else may. */
export const secrets = {
	// pupils: inside their spaces, and for the teachers of their school
	'alias in the space': [...insiders, 'colleague', ...pupils],
	'alias of the partner school': [...insiders, ...pupils],
	'alias outside the space': [...itsSchool, 'pupil-outside'],
	'name of the class': [...insiders, 'colleague'],
	'wall post': [...insiders, ...pupils],
	'answer on the wall': [...insiders, ...pupils],
	'hidden wall post': teachers,
	'reason of the hiding': teachers,
	'words of a report': teachers,
	'code of a card': [],

	// the space
	'description of the space': insiders,
	update: [...insiders, ...pupils],
	'removed update': teachers,
	'page draft': ['founder', 'teacher', 'expert', 'pupil-helper'],
	'shared page': [...insiders, ...pupils],
	'page in the bin': ['founder'],
	'title of a thread': [...insiders, ...pupils],
	'post in a thread': [...insiders, ...pupils],
	'note among teachers': teachers,
	'what a material shows': [...insiders, ...pupils],
	'name of a hidden material': teachers,
	// the teachers read in the log what was thrown away
	'material in the bin': ['founder', 'teacher', 'expert'],
	'alternative text of a picture': ['founder', 'teacher', 'expert', 'pupil-helper'],

	// plans on their way
	'aims of a draft': ['founder'],
	'aims of an invitation': ['teacher'],
	'aims with the organisations': ['founder', 'officer-here'],
	'aims of a refused plan': ['founder'],
	'aims of an open project': [...allTeachers, ...desks],
	'question of an officer': ['officer-here'],
	'answer to an officer': ['officer-here'],
	'words of a refusal': ['founder'],

	// between people
	'message to a contact': ['teacher'],
	'message of a conversation': ['founder', 'teacher'],
	'partner post': [...insiders, 'colleague', 'stranger'],
	'closed partner post': ['founder'],
	'class card': ['founder'],
	'school that waits': ['pending', ...desks],
	'e-mail of the founder': ['founder'],
	// colleagues of the school are asked whether they know who says that they work there
	'name in an opened case': ['pending', 'officer-here', ...itsSchool],
	'e-mail in an opened case': ['pending', 'officer-here'],
	'name in an unopened case': itsSchool,
	'e-mail in an unopened case': [],
	'e-mail of a joining': [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Secret = keyof typeof secrets;
export type Planted = { readonly ground: Ground; readonly secret: Secret; readonly text: string };

/** The made-up word of a private text: one piece of small letters, so that no page changes it. */
export function word(ground: Ground, secret: Secret): string {
	const place = Object.keys(secrets).indexOf(secret);
	const letters = [place % 26, Math.floor(place / 26)].map((letter) => String.fromCharCode(97 + letter));
	return `${ground === 'here' ? 'quorv' : 'zephl'}${letters.join('')}isk`;
}

/** The secrets that stand in a text, whatever capitals it is written in. */
export function secretsIn(text: string, planted: readonly Planted[]): readonly Planted[] {
	const small = text.toLowerCase();
	return planted.filter((each) => small.includes(each.text.toLowerCase()));
}
