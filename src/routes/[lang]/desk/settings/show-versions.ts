/** The versions of a setting as the pages of the central desk show them. */
import { officesAt } from '#domain/people';
import { allOrganisationsFor } from '#domain/support/central';
import { t } from '#messages/support';
import type { Context } from '#platform/context';
import type { Version, VersionState } from '#platform/versions';
import { formatDate, inAlphabet } from '#shared/format';
import type { Locale } from '#shared/locales';

type Setting = Version & {
	readonly setAt: Date;
	/** A person or an office; nobody: it was so from the start. */
	readonly setBy?: string | null | undefined;
	readonly state: VersionState;
	readonly canUndo: boolean;
};

/** The support organisations for which a setting can be. */
export async function organisationChoices(ctx: Context) {
	const organisations = await allOrganisationsFor(ctx);
	return organisations.map(({ organisation: { id, name } }) => ({ value: id, label: name }));
}

/** Who has which central office, by name. */
export async function centralNames(ctx: Context): Promise<ReadonlyMap<string, string>> {
	const organisations = await allOrganisationsFor(ctx);
	const central = organisations.find(({ organisation }) => organisation.central)?.organisation.id;
	const offices = central ? await officesAt(ctx, central) : [];
	return new Map(offices.map(({ id, name }) => [id, name]));
}

export function showVersions<S extends Setting>(
	settings: readonly S[],
	words: (setting: S) => { readonly scope: string; readonly rule: string },
	names: ReadonlyMap<string, string>,
	locale: Locale,
) {
	return settings.map((setting) => ({
		id: String(setting.number),
		...words(setting),
		since: formatDate(setting.since, locale, 'UTC', 'medium'),
		set: setting.setBy
			? t('support.settings.set-by', {
					name: names.get(setting.setBy) || t('support.offices.gone'),
					date: formatDate(setting.setAt, locale, 'UTC', 'medium'),
				})
			: t('support.settings.from-the-start'),
		state: setting.state,
		undo: setting.canUndo,
	}));
}

/** In the order of what they are for, the newest of each first. */
export function byScope<V extends { readonly scope: string }>(versions: readonly V[], locale: Locale): V[] {
	const inOrder = inAlphabet(locale);
	return versions.toSorted((one, other) => inOrder(one.scope, other.scope));
}
