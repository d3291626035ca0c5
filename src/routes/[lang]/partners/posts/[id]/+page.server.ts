import { t } from '#messages/partners';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { areContacts, longestMessage } from '#domain/contacts';
import { t as mailbox } from '#messages/mailbox';
import { t as contacts } from '#messages/contacts';
import { answerPost, postFor, usualRun } from '#domain/partner-finding';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { text } from '#shared/form-fields';
import { countryLabels, footnotesOf, timeZoneOf } from '#domain/places';
import {
	formatDate,
	formatList,
	formatMonth,
	formatNumber,
	formatRelative,
	languageName,
} from '#shared/format';
import { personOf } from '#shared/actor';
import { agesText } from '../../ages-text.ts';
import { subjectName } from '../../show-search.ts';
import { closeAction, renewAction } from '../post-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const { post, author, state, own } = await postFor(ctx, params.id);
	const label = await countryLabels(ctx);
	const zone = await timeZoneOf(ctx, author.school?.country);
	const wanted = post.countriesWanted.map(label);
	const country = author.school ? label(author.school.country) : undefined;
	const school = author.school && {
		id: author.school.id,
		place: t('partners.hit.place', { school: author.school.name, town: author.school.town }),
	};
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
		{ label: t('partners.post.pupils'), text: post.pupils ? formatNumber(post.pupils, locale) : '' },
		{
			label: t('partners.post.starts'),
			text: post.startsIn ? formatMonth(post.startsIn.slice(0, 7), locale) : '',
		},
		{
			label: t('partners.post.lasts'),
			text: post.lastsMonths ? t('partners.post.lasts-months', { count: post.lastsMonths }) : '',
		},
	];
	return {
		...{ own, state, days: usualRun },
		post: { id: post.id, title: post.title, words: post.words, lang: post.locale },
		most: longestMessage,
		told: url.searchParams.get('told') === 'reported',
		what: t(`partners.hit.${post.kind}`),
		facts: facts.filter(({ text }) => text !== ''),
		posted: t('partners.post.posted', { when: formatRelative(post.postedAt, ctx.now, locale) }),
		ends: t('partners.post.ends', { date: formatDate(post.expiresAt, locale, zone) }),
		author: { id: author.id, name: author.name, school },
		country,
		contacts: !own && (await areContacts(ctx, personOf(ctx.actor) ?? '', author.id)),
		footnotes: footnotesOf([...wanted, ...(country ? [country] : [])]),
	};
};

const answering = z.object({ words: text(longestMessage) });

export const actions = {
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'answer-post', answering);
		if (!form.ok) return fail(400, { reply: form.reply });
		const answer = { post: params.id, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerPost(ctx, answer));
		if (!outcome.ok) return fail(409, { reply: form.refusal(whyNot(outcome.reason), outcome.field) });
		redirect(303, `/${params.lang}/mailbox/${outcome.value.author}#newest`);
	},
	renew: renewAction,
	close: closeAction,
} satisfies Actions;

type Reason = Exclude<Awaited<ReturnType<typeof answerPost>>, { readonly ok: true }>['reason'];

/** Said by the conversation, or by the request that begins it. */
function whyNot(reason: Reason): string {
	if (reason === 'no-contact' || reason === 'wait-for-answer') return mailbox(`mailbox.refusal.${reason}`);
	return contacts(`contacts.refusal.${reason}`);
}
