// Where the stories of a run play: the book, people at networks of their own, words that stand nowhere else.
import type { Chance } from './chance.ts';
import { Ledger } from './ledger.ts';
import { aPerson, type Person, type Witness } from './person.ts';

/** What every story needs: the book, fresh people, words that stand nowhere else, and whether to go on. */
export interface Stage {
	readonly ledger: Ledger;
	person(): Person;
	/** Words that begin with these and are written once in the whole run. */
	unique(words: string): string;
	readonly isOver: () => boolean;
}

export interface Pupil {
	readonly alias: string;
	readonly who: Person;
	/** Where this pupil's pages of the TwinSpace begin. */
	readonly home: string;
}

/** A TwinSpace with its people, ready to be written in. */
export interface Room {
	readonly teachers: readonly Person[];
	/** The TwinSpace, as its teachers reach it. */
	readonly home: string;
	readonly pupils: readonly Pupil[];
}

export interface Teacher {
	readonly who: Person;
	readonly email: string;
	readonly name: string;
	readonly school: { readonly id: string; readonly name: string };
}

type Surroundings = Pick<Stage, 'isOver'> & { readonly witness: Witness; readonly chance: Chance };

/** A stage with fresh people and words. */
export function aStage(url: string, { witness, chance, isOver }: Surroundings): Stage {
	let people = 0;
	let words = 0;
	return {
		ledger: new Ledger(),
		isOver,
		person: () => {
			people += 1;
			return aPerson(url, `10.${people >> 16}.${(people >> 8) & 255}.${people & 255}`, witness, chance);
		},
		unique: (begin) => {
			words += 1;
			return `${begin} z${words.toString(36).padStart(5, '0')}z`;
		},
	};
}
