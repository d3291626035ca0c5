/** The columns of a file, what is chosen of them, and the first rows as they would be taken. */
import { t } from '#messages/registers';
import { t as placeName } from '#messages/places';
import {
	carriedFields,
	columnsNamed,
	dayOrders,
	entryChoices,
	headingMeanings,
	kindMeanings,
	kindTemplate,
	knownEncodings,
	markedBy,
	markMeanings,
	neededFields,
	nullTokensOf,
	numberSigns,
	regionsIn,
	schoolMeanings,
	stateMeanings,
	systems,
	type ColumnField,
	type ColumnsView,
} from '#domain/schools/register';
import { formatDate, formatList, formatNumber, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';

/** What is asked, in its groups; a further column is asked for when the one before it is chosen. */
const groups = {
	school: ['code', 'branch', 'parent', 'name', 'website', 'mailbox'],
	place: [
		...['town', 'town2', 'address', 'number', 'number2', 'number3', 'address2', 'address3', 'postcode'],
		...['whole', 'region', 'north', 'east', 'point'],
	],
	kind: ['kind', 'kind2', 'state', 'opened', 'closed'],
} as const satisfies Readonly<Record<string, readonly ColumnField[]>>;

const after: Partial<Readonly<Record<ColumnField, ColumnField>>> = {
	town2: 'town',
	address2: 'address',
	address3: 'address2',
	number: 'address',
	number2: 'number',
	number3: 'number2',
	kind2: 'kind',
	opened: 'state',
	closed: 'state',
};

/** `kept`: fields of a form that was refused; they stay, whether or not they would be asked now. */
export function showColumns(
	{ look, files, mapping, preview, languages }: ColumnsView,
	locale: Locale,
	kept: readonly string[] = [],
) {
	const number = (value: number) => formatNumber(value, locale);
	const columns = look?.columns ?? [];
	const lost = columnsNamed(mapping).filter((chosen) => !columns.some(({ name }) => name === chosen));
	const options = [
		...columns.map(({ name, example }) => ({
			value: name,
			label: example === '' ? name : `${name} — ${example}`,
		})),
		// chosen before the file was read in another way: nobody has to choose it again
		...[...new Set(lost)].map((column) => ({
			value: column,
			label: t('registers.columns.not-there', { column }),
		})),
	];
	const reading = { nullTokens: nullTokensOf(mapping) };
	const regions = look ? regionsIn(mapping, look) : [];
	const group = (fields: readonly ColumnField[]) =>
		fields
			.filter((field) => {
				const before = after[field];
				return (
					before === undefined || mapping[before] !== '' || mapping[field] !== '' || kept.includes(field)
				);
			})
			.map((field) => ({
				field,
				label: t(`registers.field.${field}`),
				needed: (neededFields as readonly string[]).includes(field),
			}));
	const carried = carriedFields.filter(
		(field, at) => at === 0 || mapping[carriedFields[at - 1] ?? 'carryDown'] !== '' || kept.includes(field),
	);
	return {
		mapping,
		kept,
		school: group(groups.school),
		place: group(groups.place),
		kind: group(groups.kind),
		carried: carried.map((field, at) => ({ field, isFirst: at === 0 })),
		options,
		kinds: answers(
			mapping.kindValue,
			mapping.kindMeaning,
			look?.values(kindTemplate(mapping), reading),
			number,
		),
		states: answers(
			mapping.stateValue,
			mapping.stateMeaning,
			look?.values(`{${mapping.state}}`, reading),
			number,
		),
		marks: answers(mapping.markColumn, mapping.markMeaning, look && markedBy(mapping.mark, look), number),
		kindOptions: kindMeanings.map((meaning) => ({ value: meaning, label: kindLabel(meaning, locale) })),
		schoolOptions: schoolMeanings.map((meaning) => ({ value: meaning, label: kindLabel(meaning, locale) })),
		markOptions: markMeanings.map((meaning) => ({
			value: meaning,
			label: meaning === '' ? t('registers.mark-is.nothing') : kindLabel(meaning, locale),
		})),
		stateOptions: stateMeanings.map((state) => ({ value: state, label: t(`registers.state.${state}`) })),
		systems: systems.map((system) => ({ value: system, label: t(`registers.system.${system}`) })),
		signs: numberSigns.map((sign) => ({ value: sign, label: t(`registers.number-sign.${sign}`) })),
		headings: headingMeanings.map((meaning) => ({ value: meaning, label: t(`registers.field.${meaning}`) })),
		days: dayOrders.map((order) => ({ value: order, label: t(`registers.days.${order}`) })),
		languages: languages.map((language) => ({ value: language, label: languageName(language, locale) })),
		encodings: knownEncodings.map((encoding) => ({ value: encoding, label: encoding })),
		entries: files.length > 1 ? entryOptions(files) : [],
		namesRegions: regions.length > 0 || mapping.regionNames !== '' || kept.includes('regionNames'),
		regions:
			regions.length > 0 ? t('registers.region-names.found', { regions: formatList(regions, locale) }) : '',
		sheets: (look?.guess.sheets ?? []).map((sheet) => ({ value: sheet, label: sheet })),
		fileKind: look?.guess.kind,
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
					? t('registers.preview.left-out', { kind: taken.leftOut.kind || t('registers.kind.none') })
					: '',
		})),
	};
}

function entryOptions(files: readonly string[]) {
	const { together, single } = entryChoices(files);
	return [
		...together.map(({ value, ending, count }) => ({
			value,
			label: t('registers.entry.all', { count, ending }),
		})),
		...single.map((name) => ({ value: name, label: name })),
	];
}

/** Each value with what it is said to mean, and in how many of the rows looked at it stands. */
function answers(
	values: readonly string[],
	meanings: readonly string[],
	counted: readonly { readonly value: string; readonly count: number }[] | undefined,
	number: (value: number) => string,
) {
	const counts = new Map((counted ?? []).map(({ value, count }) => [value, count]));
	return values.map((value, at) => ({
		value,
		label: value === '' ? t('registers.value.empty') : value,
		count: number(counts.get(value) ?? 0),
		meaning: meanings[at] ?? '',
	}));
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
