import { t } from '#messages/schools';
import { t as placeName } from '#messages/places';
import { countryLabel, footnotesOf } from '#domain/places';
import { schoolFor, schoolHistory } from '#domain/schools';
import { chainsFor } from '#domain/support';
import { formatList, formatPlace } from '#shared/format';
import { showHistory } from './show-history.ts';
import { answerAction } from '../../cases/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const school = await schoolFor(ctx, params.id);
	const country = await countryLabel(ctx, school.country);
	const chain = school.ownAddition ? (await chainsFor(ctx, 'school', [school.id])).get(school.id) : undefined;
	const history = showHistory(await schoolHistory(ctx, school), locale);
	const levels = school.levels.map((level) => placeName(`places.level.${level}`));
	const address = [school.address, [school.postcode, school.town].filter(Boolean).join(' ')];
	const facts = [
		{ label: t('schools.field.levels'), text: formatList(levels, locale) },
		{ label: t('schools.field.address'), text: formatPlace(address, locale) },
		{ label: t('schools.field.region'), text: school.region ?? '' },
		{ label: t('schools.field.country'), text: country.name, country },
		{ label: t('schools.field.website'), text: school.website ?? '', href: school.website },
	];
	return {
		school,
		country,
		place: formatPlace([school.town, country.name], locale),
		facts: facts.filter((fact) => fact.text !== ''),
		history,
		chain: chain && { stages: chain.stages, next: chain.next, question: chain.openQuestion },
		footnotes: footnotesOf([country]),
	};
};

export const actions = { answer: answerAction } satisfies Actions;
