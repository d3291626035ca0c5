/** Schools as everybody knows them: types and pure rules. */
import type { Actor } from '#shared/actor';
import { searchable } from '#shared/folding';
import type { Point } from '#shared/map';
import type { SchoolLevel } from '#shared/vocabulary';

export type SchoolId = string;

/** What a school is called and where it lies: enough to tell it from others. */
export type SchoolCard = {
	readonly id: SchoolId;
	readonly name: string;
	readonly town: string;
	readonly country: string;
};

export type SchoolState = 'open' | 'closing' | 'closed' | 'pending';

export type SchoolKind = 'school' | 'teacher-education';

/** A school on its own page. */
export type School = SchoolCard & {
	/** As its source writes it, where that is not how people read it. */
	readonly originalName: string | null;
	readonly region: string | null;
	readonly address: string | null;
	readonly postcode: string | null;
	readonly website: string | null;
	readonly levels: readonly SchoolLevel[];
	readonly language: string | null;
	readonly state: SchoolState;
	/** An institution of teacher education has student teachers and no pupils. */
	readonly kind: SchoolKind;
	/** Where it lies, where its register says so. */
	readonly point: Point | null;
	/** In a register, or confirmed by an officer: everybody may see it. */
	readonly known: boolean;
	/** Added by the reader and not confirmed yet. */
	readonly ownAddition: boolean;
};

/** How a school came here, as far as its visibility depends on it. */
export type SchoolOrigin = {
	readonly registered: boolean;
	readonly confirmed: boolean;
	readonly addedBy?: string;
};

/** Who sees a school: everybody, unless it was added by hand and nobody confirmed it yet. */
export function maySeeSchool(actor: Actor, origin: SchoolOrigin): boolean {
	if (seesEverySchool(actor) || origin.registered || origin.confirmed) return true;
	return 'person' in actor && origin.addedBy === actor.person;
}

/** Officers confirm what teachers added, so they see it before. */
export function seesEverySchool(actor: Actor): boolean {
	return actor.kind === 'officer' || actor.kind === 'system';
}

/** What lies in the index of schools: name and town, each word once. */
export function indexed(school: { readonly name: string; readonly town: string }): {
	folded: string;
	words: string[];
} {
	const folded = searchable(`${school.name} ${school.town}`);
	return { folded, words: [...new Set(folded.split(' '))] };
}

/** An address of the web as a link; nothing when what was written is none. */
export function websiteOf(written: string | null | undefined): string | null {
	const text = written?.trim().replace(/^(https?):?\/{0,2}(?=\S)/i, '$1://') ?? '';
	const full = /^https?:\/\//i.test(text) ? text : `http://${text}`;
	if (!URL.canParse(full)) return null;
	const url = new URL(full);
	const isHost =
		/^([\p{L}\p{N}_-]+\.)+[\p{L}-]{2,}$/u.test(url.hostname) || /\.xn--[a-z0-9-]+$/.test(url.hostname);
	// a mail address is no website, wherever in the text it stands
	return isHost && !full.includes('@') && full.length <= 300 ? url.href : null;
}
