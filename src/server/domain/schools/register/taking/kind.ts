/** Whether a row is a school at all, and what it teaches: the whitelist of a profile. */
import { schoolLevels, type SchoolLevel } from '#shared/vocabulary';
import type { Kinds } from '../profile.ts';
import type { Cells, Fill } from './template.ts';

export type Kind =
	| { readonly is: 'school'; readonly levels: readonly SchoolLevel[] }
	/** On the profile's list of what is no school. */
	| { readonly is: 'other'; readonly kind: string }
	/** On neither list: somebody should look. */
	| { readonly is: 'unknown'; readonly kind: string };

/** Makes the function that tells the kind of a row. */
export function kindReader(kinds: Kinds, fillerOf: (template: string) => Fill): (cells: Cells) => Kind {
	if ('all' in kinds) {
		const school: Kind = { is: 'school', levels: kinds.all };
		return () => school;
	}
	if ('marks' in kinds) return markReader(kinds);
	const column = fillerOf(kinds.column);
	const schools = new Map(Object.entries(kinds.levels));
	const others = new Set(kinds.others);
	return (cells) => {
		const kind = column(cells);
		const levels = schools.get(kind);
		if (levels) return { is: 'school', levels };
		return { is: others.has(kind) ? 'other' : 'unknown', kind };
	};
}

function markReader({
	marks,
	others = [],
	mark,
}: Extract<Kinds, { marks: unknown }>): (cells: Cells) => Kind {
	const sign = mark.toLowerCase();
	return (cells) => {
		const isMarked = (column: string) => (cells[column] ?? '').trim().toLowerCase() === sign;
		const schools = Object.keys(marks).filter(isMarked);
		if (schools.length > 0) {
			const taught = new Set(schools.flatMap((column) => marks[column] ?? []));
			return { is: 'school', levels: schoolLevels.filter((level) => taught.has(level)) };
		}
		const kind = others.find(isMarked);
		return kind === undefined ? { is: 'unknown', kind: '' } : { is: 'other', kind };
	};
}
