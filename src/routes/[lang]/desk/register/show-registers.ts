/** Registers as the desk's pages show them: texts and addresses. */
import { t } from '#messages/registers';
import { holdersOf } from '#domain/support';
import { personCards } from '#domain/people';
import { countryLabels } from '#domain/places';
import { listTitle, stageOf, type Questions, type Registers } from '#domain/schools/register';
import type { Context } from '#platform/context';
import { formatDate, formatNumber, formatPlace } from '#shared/format';
import type { Locale } from '#shared/locales';

type ImportRow = Registers['imports'][number];

/** Moments of imports are shown in the zone of the machine's middle: they concern no lesson. */
const zone = 'UTC';

export const dayOf = (moment: Date, locale: Locale) => formatDate(moment, locale, zone, 'medium');

/** Everything the queue at the side needs. */
export async function showRegisters(ctx: Context, registers: Registers, locale: Locale, current?: string) {
	const label = await countryLabels(ctx);
	const several = registers.countries.length > 1;
	const home = `/${locale}/desk/register`;
	return {
		home,
		several,
		imports: registers.imports.map((row) => ({
			id: row.id,
			href: `${home}/imports/${row.id}`,
			title: row.file_name ?? listTitle(row.profile_name),
			current: row.id === current,
			warm: ['checked', 'columns', 'file', 'failed'].includes(stageOf(row)),
			stage: t(`registers.stage.${stageOf(row)}`),
			facts: [
				row.profile_name,
				several ? label(row.country).name : undefined,
				dayOf(row.begun_at, locale),
			].filter((fact) => fact !== undefined),
		})),
		next: registers.next && `${home}?after=${registers.next}`,
		registers: registers.registers.map((row) => ({
			id: `${row.country} ${row.scheme}`,
			country: label(row.country).name,
			scheme: row.scheme,
			schools: formatNumber(row.schools, locale),
			closed: formatNumber(row.closed, locale),
			last: row.applied_at ? dayOf(row.applied_at, locale) : t('registers.never'),
		})),
	};
}

export type ShownRegisters = Awaited<ReturnType<typeof showRegisters>>;

export async function showQuestions(ctx: Context, questions: Questions, locale: Locale, current?: string) {
	const label = await countryLabels(ctx);
	const home = `/${locale}/desk/register/questions`;
	return {
		rows: questions.rows.map((row) => ({
			id: row.id,
			href: `${home}/${row.id}`,
			title: row.school.name,
			current: row.id === current,
			kind: t(`registers.question.kind.${row.kind}`),
			facts: [formatPlace([row.school.town, label(row.country).name], locale), dayOf(row.asked_at, locale)],
		})),
		next: questions.next && `${home}?after=${questions.next}`,
		count: formatNumber(
			Object.values(questions.counts).reduce((sum, count) => sum + count, 0),
			locale,
		),
	};
}

/** The names of those who held these offices. */
export async function officerNames(
	ctx: Context,
	offices: readonly (string | null)[],
): Promise<(office: string | null) => string | undefined> {
	const asked = offices.filter((office) => office !== null);
	const holders = await holdersOf(ctx, asked);
	const cards = await personCards(ctx, [...holders.values()]);
	return (office) => cards.get(holders.get(office ?? '') ?? '')?.name;
}

/** Who began an import: an officer by name, or an account of the machine. */
export function beginnerOf(row: ImportRow, name: (office: string | null) => string | undefined): string {
	return (
		name(row.office_id) ??
		(row.account ? t('registers.by-machine', { account: row.account }) : t('registers.by-nobody'))
	);
}
