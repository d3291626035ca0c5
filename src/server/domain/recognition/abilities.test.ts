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
	ability: 'see-part' | 'apply' = 'apply',
) => ({
	what: `${ability}: ${what}`,
	ask: (name: keyof typeof everyone) =>
		may(everyone[name], `recognition.${ability}`, { ...european, ...changes }),
	who,
});
const written = (what: string, application: OwnApplication, who: string, ability: 'write' | 'discard') => ({
	what: `${ability}: ${what}`,
	ask: (name: keyof typeof everyone) => may(everyone[name], `recognition.${ability}`, application),
	who,
});

/** Who may, written out; the rest may not. */
const matrix: readonly Asked[] = [
	part('a partner of an open European project', {}, 'teacher'),
	part('a partner of a closed one', { state: 'closed' }, 'teacher'),
	part('a founder of a plan', { state: 'waiting-for-support' }, ''),
	part('a partner of a national project', { kind: 'national' }, ''),
	part('a partner in teacher education', { kind: 'initial-teacher-education' }, ''),
	part('a member of the TwinSpace who is no partner', { takesPart: false }, ''),
	part('who has left since', { takesPart: false, hasApplied: true }, ''),
	part('a partner', {}, 'member teacher', 'see-part'),
	part('who has left since', { takesPart: false, hasApplied: true }, 'member teacher', 'see-part'),
	part('nobody of it', { takesPart: false }, '', 'see-part'),
	written('the own draft', own('draft'), 'teacher', 'write'),
	written('the own refused one', own('refused'), 'teacher', 'write'),
	written('what is being assessed', own('sent'), '', 'write'),
	written('what was refused twice', own('refused-again'), '', 'write'),
	written('what was awarded', own('awarded'), '', 'write'),
	written('the draft of somebody else', { applicant: 'other', state: 'draft' }, '', 'write'),
	written('the own draft', own('draft'), 'member teacher', 'discard'),
	written('what was sent', own('refused'), '', 'discard'),
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
