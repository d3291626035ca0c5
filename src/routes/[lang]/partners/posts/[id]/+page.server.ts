import { t } from '#messages/partners';
import { areContacts } from '#domain/contacts';
import { postFor, usualRun } from '#domain/partner-finding';
import { countryLabels, footnotesOf, timeZoneOf } from '#domain/places';
import { formatDate, formatList, formatNumber, formatRelative, languageName } from '#shared/format';
import { personOf } from '#shared/actor';
import { agesText } from '../../ages-text.ts';
import { subjectName } from '../../show-search.ts';
import { closeAction, renewAction } from '../post-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const { post, author, state, own } = await postFor(ctx, params.id);
	const label = await countryLabels(ctx);
	const zone = await timeZoneOf(ctx, author.school?.country);
	const wanted = post.countriesWanted.map(label);
	const country = author.school ? label(author.school.country) : undefined;
	const list = (texts: readonly string[]) => formatList(texts, locale);
	const facts = [
		{ label: t('partners.post.ages'), text: agesText(post.agesFrom, post.agesTo, locale) },
		{
			label: t('partners.post.languages'),
			text: list(post.languages.map((code) => languageName(code, locale))),
		},
		{ label: t('partners.post.subjects'), text: list(post.subjects.map(subjectName)) },
		{
			label: t('partners.post.countries'),
			text: wanted.length === 0 ? t('partners.post.all-countries') : list(wanted.map(({ name }) => name)),
		},
		{ label: t('partners.post.partners'), text: formatNumber(post.partnersWanted, locale) },
	];
	return {
		...{ own, state, days: usualRun },
		post: { id: post.id, title: post.title, words: post.words, lang: post.locale },
		what: t(`partners.hit.${post.kind}`),
		facts: facts.filter(({ text }) => text !== ''),
		posted: t('partners.post.posted', { when: formatRelative(post.postedAt, ctx.now, locale) }),
		ends: t('partners.post.ends', { date: formatDate(post.expiresAt, locale, zone) }),
		author: { id: author.id, name: author.name, school: author.school },
		country,
		contacts: !own && (await areContacts(ctx, personOf(ctx.actor) ?? '', author.id)),
		footnotes: footnotesOf([...wanted, ...(country ? [country] : [])]),
	};
};

export const actions = {
	renew: renewAction,
	close: closeAction,
} satisfies Actions;
