/** The field register as the manifests tell it: parts, their tables, their columns by whom they are about. Pure. */
import type { ColumnClass, Part } from '#platform/part';
import type { Kept } from '#platform/retention';

/** Whom a column is about, the most delicate first; also the words of the filter in the page's address. */
export const fieldClasses = ['minor', 'personal', 'none'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** Columns of one table that share class and time. */
export type FieldGroup = {
	readonly class: FieldClass;
	/** Undefined for what is about nobody. */
	readonly kept: Kept | undefined;
	readonly columns: readonly string[];
};

export type RegisterTable = { readonly name: string; readonly groups: readonly FieldGroup[] };
export type FieldCounts = Readonly<Record<FieldClass, number>>;
export type RegisterPart = { readonly name: string; readonly tables: readonly RegisterTable[] };

/** Every part that keeps something, in the order of the parts. */
export function registerOf(parts: readonly Part[]): RegisterPart[] {
	return parts.flatMap(({ name, privacy }) => {
		const tables = Object.entries(privacy.columns).map(([table, columns]) => ({
			name: table,
			groups: groupsOf(columns),
		}));
		return tables.length === 0 ? [] : [{ name, tables }];
	});
}

function groupsOf(columns: Readonly<Record<string, ColumnClass>>): FieldGroup[] {
	const groups = new Map<string, FieldGroup & { columns: string[] }>();
	for (const [column, said] of Object.entries(columns)) {
		const kept = said === 'none' ? undefined : said.kept;
		const group = groups.get(`${classOf(said)} ${kept}`) ?? { class: classOf(said), kept, columns: [] };
		group.columns.push(column);
		groups.set(`${group.class} ${kept}`, group);
	}
	const place = (group: FieldGroup) => fieldClasses.indexOf(group.class);
	return [...groups.values()].sort((one, other) => place(one) - place(other));
}

function classOf(said: ColumnClass): FieldClass {
	if (said === 'none') return 'none';
	return said.class === 'of a minor' ? 'minor' : 'personal';
}

export type Narrowing = {
	readonly part?: string | undefined;
	readonly class?: FieldClass | undefined;
};

/** Only that part's tables, only groups of that class; what is empty then is left out. */
export function narrowed(register: readonly RegisterPart[], wanted: Narrowing): RegisterPart[] {
	return register
		.filter(({ name }) => wanted.part === undefined || name === wanted.part)
		.map((part) => ({ ...part, tables: part.tables.flatMap((table) => tableWith(table, wanted.class)) }))
		.filter(({ tables }) => tables.length > 0);
}

function tableWith(table: RegisterTable, wanted: FieldClass | undefined): RegisterTable[] {
	const groups = table.groups.filter((group) => wanted === undefined || group.class === wanted);
	return groups.length === 0 ? [] : [{ ...table, groups }];
}

/** How many fields are about whom. */
export function countsOf(parts: readonly RegisterPart[]): FieldCounts {
	const counts = { none: 0, personal: 0, minor: 0 };
	for (const { tables } of parts) {
		for (const { class: about, columns } of tables.flatMap(({ groups }) => groups))
			counts[about] += columns.length;
	}
	return counts;
}
