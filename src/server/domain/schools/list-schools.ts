/** The schools of a country, town by town, and where schools lie on the map. */
import type { Context } from '#platform/context';
import { isId } from '#platform/ids';
import { isOneOf, schoolLevels, type SchoolLevel } from '#shared/vocabulary';
import { demand } from './abilities.ts';
import { pointsOf, schoolsByTown, type ListPlace, type SchoolAt } from './list.sql.ts';
import type { SchoolCard, SchoolId, SchoolKind } from './school.ts';

export type ListedSchool = SchoolCard & {
	readonly region: string | null;
	readonly levels: readonly SchoolLevel[];
	readonly kind: SchoolKind;
};
export type SchoolList = {
	readonly schools: readonly ListedSchool[];
	/** Where the next page begins. */
	readonly next: string | undefined;
};

export type ListAsked = {
	readonly country: string;
	readonly town?: string | undefined;
	/** Schools or institutions alone. */
	readonly kind?: SchoolKind | undefined;
	readonly after?: string | undefined;
};

const onAPage = 60;

/** Schools that everybody may see and that have not closed, by town and name, a page at a time. */
export async function schoolsOfCountry(
	ctx: Context,
	{ country, town, kind, after }: ListAsked,
): Promise<SchoolList> {
	demand(ctx, 'school.open');
	const rows = await schoolsByTown(ctx, { country, town, kind, after: placeOf(after), most: onAPage + 1 });
	const shown = rows.slice(0, onAPage);
	const last = shown.at(-1);
	return {
		schools: shown.map(({ levels, kind, ...school }) => ({
			...school,
			kind: kind as SchoolKind,
			levels: levels.filter((level) => isOneOf(schoolLevels, level)),
		})),
		next: last && rows.length > onAPage ? JSON.stringify([last.town, last.name, last.id]) : undefined,
	};
}

/**
 * Where these schools lie: by their register, or in the middle of their town. What is not known is left out. For
 * schools the caller has reached: open-to-all.
 */
export async function schoolPoints(
	ctx: Context,
	schools: readonly SchoolId[],
): Promise<Map<SchoolId, SchoolAt>> {
	return new Map((await pointsOf(ctx, [...new Set(schools)])).map((at) => [at.id, at]));
}

/** A place somebody made up is none. */
function placeOf(text: string | undefined): ListPlace | undefined {
	let written: unknown;
	try {
		written = JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
	if (!Array.isArray(written)) return undefined;
	const [town, name, id] = written as unknown[];
	if (typeof town !== 'string' || typeof name !== 'string' || typeof id !== 'string') return undefined;
	return isId(id) ? { town, name, id } : undefined;
}
