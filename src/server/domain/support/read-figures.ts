/** The figures of a queue, for the organisation itself and for the central desk. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { OrganisationId } from '#shared/actor';
import { inAlphabet } from '#shared/format';
import { demand, may } from './abilities.ts';
import { figuresOf, periodsUntil, type FigurePeriod, type Figures } from './figures.ts';
import { stepGroups, waitingEverywhere } from './figures.sql.ts';
import { organisationsOf, type Organisation } from './organisations.ts';
import { allOrganisations, calendarOf } from './organisations.sql.ts';
import { kindName } from './read-queue.ts';
import { officer } from './reach-step.ts';
import { dateIn, workingDaysBetween } from './working-days.ts';

export type FiguresQuery = {
	readonly period: FigurePeriod;
	readonly kind: string | undefined;
	/** Another than one's own: for the central desk. */
	readonly organisation: OrganisationId | undefined;
};

export type QueueFigures = {
	readonly organisation: Organisation;
	readonly kinds: readonly { readonly kind: string; readonly name: string }[];
	/** Of the asked kind, or of all. */
	readonly periods: readonly Figures[];
};

/** NotFound for another's figures, unless the central desk asks, or for an organisation that is not there. */
export async function figuresFor(ctx: Context, query: FiguresQuery): Promise<QueueFigures> {
	demand(ctx, 'support.see-queue');
	const asked = query.organisation ?? officer(ctx).organisation;
	const rows = await allOrganisations(ctx);
	const row = rows.find(({ id }) => id === asked);
	const isOwn = asked === officer(ctx).organisation;
	if (!row || !(isOwn || may(ctx.actor, 'support.see-all-figures'))) throw new NotFound('organisation');
	const organisation = (await organisationsOf(ctx, [row])).get(row.id);
	if (!organisation) throw new NotFound('organisation');
	const periods = periodsUntil(dateIn(ctx.now, row.time_zone), query.period);
	const groups = await stepGroups(ctx, row.id, row.time_zone, periods[0]?.from ?? '');
	const ofKind = groups.filter((group) => query.kind === undefined || group.kind === query.kind);
	return {
		organisation,
		kinds: [...new Set(groups.map(({ kind }) => kind))]
			.sort()
			.map((kind) => ({ kind, name: kindName(kind) })),
		periods: figuresOf(ofKind, periods, calendarOf(row)),
	};
}

export type WaitingAt = {
	readonly organisation: Organisation;
	readonly waiting: number;
	readonly late: number;
	readonly wentUp: number;
	/** Working days the oldest has waited. */
	readonly oldest: number;
};

/** What waits at every organisation now, by name; for the central desk, undefined for others. */
export async function waitingAtAll(ctx: Context): Promise<WaitingAt[] | undefined> {
	if (!may(ctx.actor, 'support.see-all-figures')) return undefined;
	demand(ctx, 'support.see-all-figures');
	const rows = await allOrganisations(ctx);
	const cards = await organisationsOf(ctx, rows);
	const waiting = new Map((await waitingEverywhere(ctx)).map((each) => [each.organisation, each]));
	const compare = inAlphabet(ctx.locale);
	return rows
		.flatMap((row): WaitingAt[] => {
			const organisation = cards.get(row.id);
			if (!organisation) return [];
			const { oldest, ...counts } = waiting.get(row.id) ?? {
				waiting: 0,
				late: 0,
				wentUp: 0,
				oldest: ctx.now,
			};
			const days = workingDaysBetween(oldest, ctx.now, calendarOf(row));
			return [
				{ waiting: counts.waiting, late: counts.late, wentUp: counts.wentUp, organisation, oldest: days },
			];
		})
		.sort((one, other) => compare(one.organisation.name, other.organisation.name));
}
