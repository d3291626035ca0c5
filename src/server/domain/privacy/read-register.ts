/** The field register for readers, in their language: the manifests, and how long each rule keeps now. */
import type { Context } from '#platform/context';
import { parts } from '#platform/part';
import { keptTimes, type Kept } from '#platform/retention';
import { demand } from './abilities.ts';
import {
	countsOf,
	narrowed,
	registerOf,
	type FieldClass,
	type FieldCounts,
	type Narrowing,
	type RegisterPart,
} from './field-register.ts';
import {
	fieldWord,
	keptWordsOf,
	partWord,
	tableWords,
	timesInWords,
	type KeptWords,
} from './register-words.ts';

/** A field as its column is called, and as people call it; what is about nobody has its column's name only. */
export type Field = { readonly column: string; readonly word: string | undefined };

export type ShownTable = {
	readonly name: string;
	readonly title: string;
	readonly purpose: string;
	readonly groups: readonly {
		readonly class: FieldClass;
		readonly kept: KeptWords | undefined;
		readonly fields: readonly Field[];
	}[];
};

export type FieldRegister = {
	/** All parts, whatever was asked for. */
	readonly areas: readonly { readonly name: string; readonly title: string; readonly counts: FieldCounts }[];
	/** What was asked for. */
	readonly shown: readonly {
		readonly name: string;
		readonly title: string;
		readonly tables: readonly ShownTable[];
	}[];
	readonly counts: FieldCounts;
	/** The times that are named in what is shown, with their reasons. */
	readonly times: readonly KeptWords[];
};

/** Every column of the platform with its class and time, or those asked for; open to everybody. */
export async function fieldRegister(ctx: Context, wanted: Narrowing = {}): Promise<FieldRegister> {
	demand(ctx, 'privacy.see-register');
	const register = registerOf(parts());
	const shown = narrowed(register, wanted);
	const times = timesInWords(await keptTimes(ctx), ctx.locale);
	const keptOf = (word: Kept) => keptWordsOf(word, times);
	const named = shown.flatMap(({ tables }) => tables.flatMap(({ groups }) => groups));
	return {
		areas: register.map((part) => ({
			name: part.name,
			title: partWord(part.name),
			counts: countsOf([part]),
		})),
		shown: shown.map((part) => ({ ...part, title: partWord(part.name), tables: tablesOf(part, keptOf) })),
		counts: countsOf(shown),
		times: [...new Set(named.flatMap(({ kept }) => kept ?? []))].map(keptOf),
	};
}

function tablesOf({ tables }: RegisterPart, keptOf: (word: Kept) => KeptWords): ShownTable[] {
	return tables.map(({ name, groups }) => ({
		name,
		...tableWords(name),
		groups: groups.map((group) => ({
			class: group.class,
			kept: group.kept && keptOf(group.kept),
			fields: group.columns.map((column) => ({
				column,
				word: group.class === 'none' ? undefined : fieldWord(column),
			})),
		})),
	}));
}
