/** The columns of a file, what is chosen of them, and the first rows as they would be taken. */
import { t } from '#messages/registers';
import { t as placeName } from '#messages/places';
import {
	columnFields,
	dayOrders,
	guessedMeaning,
	guessedState,
	headingMeanings,
	kindMeanings,
	knownEncodings,
	mappingForm,
	neededFields,
	stateMeanings,
	systems,
	type ColumnsView,
	type Mapping,
} from '#domain/schools/register';
import { formatDate, formatList, formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';

/** Nothing chosen yet. */
export const blankMapping: Mapping = mappingForm.parse({});

/** What the address asks for; undefined when it asks for nothing, or for what no form of ours would. */
export function askedMapping(search: URLSearchParams): Mapping | undefined {
	if (!search.has('name')) return undefined;
	const sent: Record<string, string | string[]> = {};
	for (const [field, type] of Object.entries(mappingForm.shape)) {
		const values = search.getAll(field);
		if (values.length > 0) sent[field] = Array.isArray(type.parse(undefined)) ? values : (values[0] ?? '');
	}
	const parsed = mappingForm.safeParse(sent);
	return parsed.success ? parsed.data : undefined;
}

export function showColumns({ look, mapping, preview }: ColumnsView, locale: Locale) {
	const number = (value: number) => formatNumber(value, locale);
	const options = (look?.columns ?? []).map(({ name, example }) => ({
		value: name,
		label: example === '' ? name : `${name} — ${example}`,
	}));
	const values = (
		column: string,
		meant: readonly string[],
		meanings: readonly string[],
		usual: (value: string) => string,
	) =>
		column === '' || !look
			? []
			: look.values(column).map(({ value, count }) => ({
					value,
					label: value === '' ? t('registers.value.empty') : value,
					count: number(count),
					meaning: meanings[meant.indexOf(value)] ?? usual(value),
				}));
	return {
		mapping,
		fields: columnFields.map((field) => ({
			field,
			label: t(`registers.field.${field}`),
			needed: (neededFields as readonly string[]).includes(field),
		})),
		options,
		kinds: values(mapping.kind, mapping.kindValue, mapping.kindMeaning, guessedMeaning),
		states: values(mapping.state, mapping.stateValue, mapping.stateMeaning, guessedState),
		kindOptions: kindMeanings.map((meaning) => ({ value: meaning, label: kindLabel(meaning, locale) })),
		stateOptions: stateMeanings.map((state) => ({ value: state, label: t(`registers.state.${state}`) })),
		systems: systems.map((system) => ({ value: system, label: t(`registers.system.${system}`) })),
		headings: headingMeanings.map((meaning) => ({ value: meaning, label: t(`registers.field.${meaning}`) })),
		days: dayOrders.map((order) => ({ value: order, label: t(`registers.days.${order}`) })),
		encodings: knownEncodings.map((encoding) => ({ value: encoding, label: encoding })),
		sheets: (look?.guess.sheets ?? []).map((sheet) => ({ value: sheet, label: sheet })),
		kind: look?.guess.kind,
		told: look?.facts.encoding,
		preview: preview.map(({ line, taken }) => ({
			id: number(line),
			name: taken.row?.name ?? '',
			town: taken.row?.town ?? '',
			code: [taken.row?.code, taken.row?.branch].filter(Boolean).join(' / '),
			address: [taken.row?.address, taken.row?.postcode].filter(Boolean).join(', '),
			region: taken.row?.region ?? '',
			place: placeText(taken.row, number),
			state: stateText(taken.row, locale),
			levels: formatList(
				(taken.row?.levels ?? []).map((level) => placeName(`places.level.${level as 'primary'}`)),
				locale,
			),
			verdict: taken.problem
				? t(`registers.problem.${taken.problem}`)
				: taken.leftOut
					? t('registers.preview.left-out', { kind: taken.leftOut.kind })
					: '',
		})),
	};
}

type TakenRow = NonNullable<ColumnsView['preview'][number]['taken']['row']>;

/** Latitude and longitude as the map will have them, so that a wrong system is seen at once. */
function placeText(row: TakenRow | undefined, number: (value: number) => string): string {
	const { latitude, longitude } = row ?? {};
	if (typeof latitude !== 'number' || typeof longitude !== 'number') return '';
	return [latitude, longitude].map((degrees) => number(Math.round(degrees * 1000) / 1000)).join(' / ');
}

function stateText(row: TakenRow | undefined, locale: Locale): string {
	if (!row) return '';
	const state = t(`registers.state.${row.state as 'open'}`);
	return row.state_since === null
		? state
		: `${state}, ${formatDate(new Date(row.state_since), locale, 'UTC')}`;
}

export type ShownColumns = ReturnType<typeof showColumns>;

function kindLabel(meaning: (typeof kindMeanings)[number], locale: Locale): string {
	if (meaning === 'none' || meaning === 'school') return t(`registers.kind-is.${meaning}`);
	return formatList(
		meaning.split('+').map((level) => placeName(`places.level.${level as 'primary'}`)),
		locale,
	);
}
