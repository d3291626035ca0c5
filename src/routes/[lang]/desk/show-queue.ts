/** The queue as the desk's pages show it: texts, and an address for every case and filter. */
import { t } from '#messages/support';
import type { Queue, QueueQuery, QueueRow } from '#domain/support';
import { formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';
import { deskAddress } from './desk-address.ts';

export type ShownQueue = ReturnType<typeof showQueue>;

export function showQueue(queue: Queue, query: QueueQuery, locale: Locale, current?: string) {
	const count = (value: number | undefined) =>
		value === undefined ? undefined : formatNumber(value, locale);
	return {
		title: queue.organisation.name,
		search: {
			action: deskAddress(locale, {}),
			words: query.words,
			kept: { state: query.state, kind: query.kind },
		},
		rows: queue.rows.map((row) => ({
			id: row.step,
			href: deskAddress(locale, query, { case: row.case }),
			title: row.title,
			lang: row.titleLocale,
			current: row.case === current,
			warm: row.late || row.central === 'overdue',
			age: t('support.desk.age', { days: row.age }),
			left: row.daysLeft === undefined ? undefined : t('support.desk.left', { days: row.daysLeft }),
			facts: factsOf(row, queue.kind === undefined && queue.kinds.length > 1),
			marks: marksOf(row),
		})),
		states: queue.states.map((each) => ({
			label: t(`support.desk.state.${each.state}`),
			count: count(each.count),
			current: each.state === queue.state,
			href: deskAddress(locale, { ...query, state: each.state, after: undefined }),
		})),
		kinds: kindsOf(queue, query, locale),
		next: queue.next && deskAddress(locale, { ...query, after: queue.next }),
		first: query.after && deskAddress(locale, { ...query, after: undefined }),
		empty: {
			title: t(query.words ? 'support.desk.empty.words' : `support.desk.empty.${queue.state}`),
			body: t(query.words ? 'support.desk.empty.words.body' : `support.desk.empty.${queue.state}.body`),
		},
	};
}

function kindsOf(queue: Queue, query: QueueQuery, locale: Locale) {
	const all = { label: t('support.desk.all-kinds'), kind: undefined, count: undefined };
	const kinds = queue.kinds.map(({ name, kind, count }) => ({ label: name, kind, count }));
	if (kinds.length < 2 && queue.kind === undefined) return [];
	return [all, ...kinds].map(({ label, kind, count }) => ({
		label,
		count: count === undefined ? undefined : formatNumber(count, locale),
		current: kind === queue.kind,
		href: deskAddress(locale, { ...query, kind, after: undefined }),
	}));
}

function factsOf(row: QueueRow, withKind: boolean): string[] {
	return [row.place, withKind ? row.kindName : undefined].filter((fact) => fact !== undefined);
}

export type Mark = { readonly kind: 'plain' | 'warm' | 'done' | 'danger' | 'action'; readonly text: string };

/** What an officer should see of a case before opening it. */
export function marksOf(row: QueueRow): Mark[] {
	const marks: (Mark | false | undefined)[] = [
		row.decision === 'granted' && { kind: 'done', text: t('support.desk.decision.granted') },
		row.decision === 'refused' && { kind: 'danger', text: t('support.desk.decision.refused') },
		row.conflict && { kind: 'plain', text: t(`support.desk.conflict.${row.conflict}`) },
		row.central && { kind: 'warm', text: t(`support.desk.central.${row.central}`) },
		row.late && row.central === undefined && { kind: 'warm', text: t('support.desk.late') },
		row.round > 1 && { kind: 'plain', text: t('support.desk.round', { round: row.round }) },
		row.grantedBefore && { kind: 'action', text: t('support.desk.granted-before') },
	];
	return marks.filter((mark) => mark !== false && mark !== undefined);
}

const openStates = ['to-decide', 'asked', 'later'] as const;

/** How many of each kind lie in which state: the desk at a glance, each number a way to the cases. */
export function showCounts({ counts, kinds }: Queue, locale: Locale) {
	const columns = [
		{ id: 'kind', label: t('support.desk.kinds') },
		...openStates.map((state) => ({ id: state, label: t(`support.desk.state.${state}`), number: true })),
	];
	const rows = kinds.map(({ kind, name }) => ({
		id: kind,
		name,
		cells: Object.fromEntries(
			openStates.map((state) => {
				const found = counts.find((each) => each.kind === kind && each.state === state);
				return [
					state,
					found && { text: formatNumber(found.count, locale), href: deskAddress(locale, { state, kind }) },
				];
			}),
		) as Record<string, { text: string; href: string } | undefined>,
	}));
	return { columns, kinds: rows };
}
