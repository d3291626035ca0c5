/** What is chosen in a partner search, and the same search, as a list or a map, without it. */
import { t } from '#messages/partners';
import {
	groups,
	kinds,
	queryOf,
	type Group,
	type PartnerPage,
	type PartnerQuery,
} from '#domain/partner-finding';
import { withChosen, type FilterGroup, type GroupName } from './show-search.ts';

/** Where a search leads. */
type Address = (query: PartnerQuery) => string;

/** The chosen filters, each with the address of the same search without it. */
export function chosenFilters(groups: readonly FilterGroup[], query: PartnerQuery, address: Address) {
	return groups.flatMap(({ options }) =>
		options
			.filter((option) => option.chosen)
			.map(({ name, value, label }) => {
				const others = query.chosen[name].filter((other) => other !== value);
				return { label, href: address(withChosen(query, name, others)) };
			}),
	);
}

/** The chosen kinds in the same way, where no tabs show them. */
export function chosenKinds(query: PartnerQuery, address: Address) {
	const { kind } = query.chosen;
	return kinds
		.filter((each) => kind.includes(each))
		.map((each) => ({
			label: t(`partners.kind.${each}`),
			href: address(
				withChosen(
					query,
					'kind',
					kind.filter((other) => other !== each),
				),
			),
		}));
}

/** The same search without any filter, from its first page. */
export function unfiltered({ after: _, ...query }: PartnerQuery): PartnerQuery {
	return { ...query, chosen: queryOf(new URLSearchParams()).chosen };
}

/** Where nothing fits: which filters one could take away, and what would be found then; the most promising first. */
export function waysOut(page: PartnerPage, query: PartnerQuery, address: Address) {
	if (page.total > 0) return [];
	return groups
		.filter((group) => query.chosen[group].length > 0 && page.without[group] > 0)
		.sort((one, other) => page.without[other] - page.without[one])
		.map((group) => ({
			label: t('partners.search.way-out', {
				filter: t(`partners.group.${groupName(group)}`),
				count: page.without[group],
			}),
			href: address(withChosen(query, group, [])),
		}));
}

function groupName(group: Group): GroupName | 'kind' {
	return group === 'available' || group === 'founding' || group === 'label' || group === 'active'
		? 'ready'
		: group;
}
