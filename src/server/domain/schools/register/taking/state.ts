/** In which state the register says a school is, and since when. */
import type { SchoolState } from '../../school.ts';
import type { DayOrder, States } from '../profile.ts';
import type { Cells, Fill } from './template.ts';

export type StateSaid = { readonly state: SchoolState; readonly since: string | null };

const open: StateSaid = { state: 'open', since: null };

/** Makes the function that reads the state of a row; undefined for a state the profile does not know. */
export function stateReader(
	states: States | undefined,
	fillerOf: (template: string | undefined) => Fill,
): (cells: Cells) => StateSaid | undefined {
	if (!states) return () => open;
	const column = fillerOf(states.column);
	const known = new Map(Object.entries(states.states));
	const since = new Map(Object.entries(states.since ?? {}).map(([state, text]) => [state, fillerOf(text)]));
	return (cells) => {
		const state = known.get(column(cells));
		if (state === undefined) return undefined;
		return { state, since: dayOf(since.get(state)?.(cells) ?? '', states.days ?? 'ymd') };
	};
}

/** A day in the order the register writes it, as `2027-03-14`; null for what is no day. */
export function dayOf(written: string, order: DayOrder): string | null {
	const numbers = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})/.exec(written)?.slice(1);
	// a spreadsheet's day comes with the year first, whatever the register is used to
	const actual = numbers?.[0]?.length === 4 ? 'ymd' : order;
	const part = (letter: string) => Number(numbers?.[actual.indexOf(letter)]);
	const [year, month, day] = [part('y'), part('m'), part('d')];
	const date = new Date(Date.UTC(year, month - 1, day));
	const isDay = numbers && year > 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return isDay ? date.toISOString().slice(0, 10) : null;
}
