import { expect, test } from 'vitest';
import { everyone } from '../../../../tests/world/everyone.ts';
import { may, type AtDesk } from './abilities.ts';
import type { ApplicationState, OwnApplication, Part } from './label.ts';

const names = Object.keys(everyone) as (keyof typeof everyone)[];
const european: Part = { kind: 'european', state: 'open', takesPart: true, hasApplied: false };
const own = (state: ApplicationState): OwnApplication => ({ applicant: 'me', state });
const free: AtDesk = { mayDecide: true };

type Asked = {
	readonly what: string;
	readonly ask: (name: keyof typeof everyone) => boolean;
	readonly who: string;
};
const part = (
	what: string,
	changes: Partial<Part>,
	who: string,
	ability: 'recognition.see-part' | 'recognition.apply',
) => ({
	what: `${ability}: ${what}`,
	ask: (name: keyof typeof everyone) => may(everyone[name], ability, { ...european, ...changes }),
	who,
});
const written = (
	what: string,
	application: OwnApplication,
	who: string,
	ability: 'recognition.write' | 'recognition.discard',
) => ({
	what: `${ability}: ${what}`,
	ask: (name: keyof typeof everyone) => may(everyone[name], ability, application),
	who,
});

/** Who may, written out; the rest may not. */
const matrix: readonly Asked[] = [
	part('a partner of an open European project', {}, 'teacher', 'recognition.apply'),
	part('a partner of a closed one', { state: 'closed' }, 'teacher', 'recognition.apply'),
	part('a founder of a plan', { state: 'waiting-for-support' }, '', 'recognition.apply'),
	part('a partner of a national project', { kind: 'national' }, '', 'recognition.apply'),
	part('a partner in teacher education', { kind: 'initial-teacher-education' }, '', 'recognition.apply'),
	part('a member of the TwinSpace who is no partner', { takesPart: false }, '', 'recognition.apply'),
	part('who has left since', { takesPart: false, hasApplied: true }, '', 'recognition.apply'),
	part('a partner', {}, 'member teacher', 'recognition.see-part'),
	part(
		'who has left since',
		{ takesPart: false, hasApplied: true },
		'member teacher',
		'recognition.see-part',
	),
	part('nobody of it', { takesPart: false }, '', 'recognition.see-part'),
	written('the own draft', own('draft'), 'teacher', 'recognition.write'),
	written('the own refused one', own('refused'), 'teacher', 'recognition.write'),
	written('what is being assessed', own('sent'), '', 'recognition.write'),
	written('what was refused twice', own('refused-again'), '', 'recognition.write'),
	written('what was awarded', own('awarded'), '', 'recognition.write'),
	written('the draft of somebody else', { applicant: 'other', state: 'draft' }, '', 'recognition.write'),
	written('the own draft', own('draft'), 'member teacher', 'recognition.discard'),
	written('what was sent', own('refused'), '', 'recognition.discard'),
	{
		what: 'own labels',
		ask: (name) => may(everyone[name], 'recognition.see-own'),
		who: 'member teacher guest',
	},
	{
		what: 'who holds labels',
		ask: (name) => may(everyone[name], 'recognition.see-holders'),
		who: 'teacher validator assessor moderator editor central',
	},
	// support says which offices decide a case
	{
		what: 'assessing what the desk may decide',
		ask: (name) => may(everyone[name], 'recognition.assess', free),
		who: 'validator assessor moderator editor central',
	},
	{
		what: 'assessing what one is too near to',
		ask: (name) => may(everyone[name], 'recognition.assess', { mayDecide: false }),
		who: '',
	},
	{ what: 'rules', ask: (name) => may(everyone[name], 'recognition.keep-rules'), who: 'central' },
];

test.each(matrix)('$what: $who', ({ ask, who }) => {
	expect(names.filter(ask).join(' ')).toBe(who);
});
