import { describe, expect, test } from 'vitest';
import { actorKinds, system, visitor, type Actor, type ActorKind } from '#shared/actor';
import type { table } from './abilities.ts';
import { may } from './abilities.ts';
import { projectStates, type ProjectParties, type ProjectState } from './project.ts';

const ids = { session: 's', office: 'o', organisation: 'x' };

function actorsNamed(person: string): Record<ActorKind, Actor> {
	return {
		visitor,
		member: { kind: 'member', person, ...ids },
		teacher: { kind: 'teacher', person, ...ids },
		guest: { kind: 'guest', person, ...ids },
		officer: { kind: 'officer', person, officeKind: 'validator', ...ids },
		operator: { kind: 'operator', person, ...ids },
		pupil: { kind: 'pupil', pupil: person, session: 's' },
		bearer: { kind: 'bearer', purpose: 'confirm', subject: person },
		system,
	};
}

function projectIn(state: ProjectState): ProjectParties {
	const invited = state !== 'draft' && state !== 'withdrawn';
	return {
		founder: 'ines',
		cofounder: invited ? 'freja' : undefined,
		cofounderAccepted: invited && state !== 'waiting-for-cofounder',
		partners: state === 'open' || state === 'closed' ? ['ines', 'freja', 'lukas'] : [],
		state,
	};
}

/** Kinds of actor that may do it when they are this person, in each state; the rest may not. */
type Row = Partial<Record<ProjectState, string>>;
const always = (kinds: string): Row => Object.fromEntries(projectStates.map((state) => [state, kinds]));

const expected: Record<keyof typeof table, { ines: Row; freja: Row; lukas: Row; amelie: Row }> = {
	'projects.found': {
		ines: always('teacher'),
		freja: always('teacher'),
		lukas: always('teacher'),
		amelie: always('teacher'),
	},
	'projects.read-own': {
		ines: always('member teacher guest'),
		freja: always('member teacher guest'),
		lukas: always('member teacher guest'),
		amelie: always('member teacher guest'),
	},
	'projects.read-plan': {
		ines: always('member teacher officer'),
		freja: { ...always('member teacher officer'), draft: 'teacher officer', withdrawn: 'teacher officer' },
		lukas: { ...always('teacher officer'), open: 'member teacher officer', closed: 'member teacher officer' },
		amelie: always('teacher officer'),
	},
	'projects.write-plan': {
		ines: { draft: 'teacher', refused: 'teacher', open: 'teacher' },
		freja: { open: 'teacher' },
		lukas: {},
		amelie: {},
	},
	'projects.invite-cofounder': { ines: { draft: 'teacher' }, freja: {}, lukas: {}, amelie: {} },
	'projects.take-back-invitation': {
		ines: { 'waiting-for-cofounder': 'member teacher' },
		freja: {},
		lukas: {},
		amelie: {},
	},
	'projects.accept-invitation': {
		ines: {},
		freja: { 'waiting-for-cofounder': 'teacher' },
		lukas: {},
		amelie: {},
	},
	'projects.decline-invitation': {
		ines: {},
		freja: { 'waiting-for-cofounder': 'member teacher' },
		lukas: {},
		amelie: {},
	},
	'projects.send-again': { ines: { refused: 'teacher' }, freja: {}, lukas: {}, amelie: {} },
	'projects.see-chain': {
		ines: always('member teacher'),
		freja: {
			'waiting-for-support': 'member teacher',
			refused: 'member teacher',
			open: 'member teacher',
			closed: 'member teacher',
		},
		lukas: {},
		amelie: {},
	},
	'projects.close': { ines: { open: 'teacher' }, freja: { open: 'teacher' }, lukas: {}, amelie: {} },
	'projects.open-again': {
		ines: { closed: 'teacher' },
		freja: { closed: 'teacher' },
		lukas: {},
		amelie: {},
	},
	'projects.withdraw': {
		ines: {
			draft: 'member teacher',
			'waiting-for-cofounder': 'member teacher',
			'waiting-for-support': 'member teacher',
			refused: 'member teacher',
		},
		freja: {},
		lukas: {},
		amelie: {},
	},
};

describe.each(Object.entries(expected))('%s', (ability, rows) => {
	test.each(Object.entries(rows))(
		'as %s: founder ines, co-founder freja, partner lukas, nobody amelie',
		(person, row) => {
			const actors = actorsNamed(person);
			for (const state of projectStates) {
				const allowed = actorKinds.filter((kind) =>
					may(actors[kind], ability as keyof typeof table, projectIn(state)),
				);
				expect(`${state}: ${allowed.join(' ')}`).toBe(`${state}: ${row[state] ?? ''}`);
			}
		},
	);
});
