/** The texts that ship with the platform, in each of its languages: the messages, written out with marks. */
import { t as a } from '#messages/accessibility';
import { t as c } from '#messages/conduct';
import { t as p } from '#messages/privacy';
import { inLocale } from '#platform/messages';
import { formatDate } from '#shared/format';
import type { TextIcon } from '#shared/house-text';
import type { Locale } from '#shared/locales';
import type { HouseText } from './text.ts';

/** When they were last gone through, line by line. */
export const shippedOn = new Date('2026-11-26T12:00:00Z');

export function shippedText(text: HouseText, locale: Locale): string {
	return inLocale(locale, () => writers[text](locale).join('\n\n'));
}

const writers: Readonly<Record<HouseText, (locale: Locale) => string[]>> = {
	conduct: () => [
		c('conduct.lead'),
		...section(c('conduct.core.title'), [
			c('conduct.core.children'),
			c('conduct.core.kind'),
			c('conduct.core.different'),
			c('conduct.core.honest'),
		]),
		...section(c('conduct.partners.title'), [
			c('conduct.partners.read'),
			c('conduct.partners.answer'),
			c('conduct.partners.stay'),
		]),
		...section(c('conduct.pupils.title'), [
			c('conduct.pupils.space'),
			c('conduct.pupils.names'),
			c('conduct.pupils.own'),
		]),
		link(c('conduct.pupils.simple'), '/pupil/conduct'),
		...section(c('conduct.not.title'), [
			c('conduct.not.hurt'),
			c('conduct.not.discriminate'),
			c('conduct.not.trade'),
			c('conduct.not.private'),
			c('conduct.not.false'),
		]),
		heading(c('conduct.report.title')),
		`**${c('conduct.report.danger')}**`,
		list([c('conduct.report.post'), c('conduct.report.person')]),
		'{contact}',
		heading(c('conduct.then.title')),
		c('conduct.then.look'),
		c('conduct.then.measures'),
		c('conduct.then.object'),
	],
	'conduct-pupils': () => [
		...point('heart', c('conduct.pupil.kind.title'), c('conduct.pupil.kind.text')),
		...point('lock', c('conduct.pupil.secret.title'), c('conduct.pupil.secret.text')),
		...point('pencil', c('conduct.pupil.own.title'), c('conduct.pupil.own.text')),
		...point('flag', c('conduct.pupil.tell.title'), c('conduct.pupil.tell.text')),
		...point('people', c('conduct.pupil.fear.title'), c('conduct.pupil.fear.text')),
	],
	privacy: () => [
		p('privacy.lead'),
		...section(p('privacy.short.title'), [
			p('privacy.short.needed'),
			p('privacy.short.pupils'),
			p('privacy.short.here'),
			p('privacy.short.forget'),
		]),
		link(p('privacy.short.register'), '/privacy/register'),
		...section(p('privacy.adults.title'), [
			p('privacy.adults.name'),
			p('privacy.adults.place'),
			p('privacy.adults.profile'),
			p('privacy.adults.words'),
			p('privacy.adults.use'),
		]),
		...section(p('privacy.pupils.title'), [
			p('privacy.pupils.alias'),
			p('privacy.pupils.work'),
			p('privacy.pupils.outside'),
		]),
		link(p('privacy.pupils.simple'), '/pupil/privacy'),
		...section(p('privacy.see.title'), [
			p('privacy.see.everybody'),
			p('privacy.see.teachers'),
			p('privacy.see.members'),
			p('privacy.see.officers'),
			p('privacy.see.operator'),
		]),
		heading(p('privacy.long.title')),
		'{times}',
		link(p('privacy.short.register'), '/privacy/register'),
		heading(p('privacy.why.title')),
		p('privacy.why.text'),
		...section(p('privacy.rights.title'), [
			p('privacy.rights.change'),
			p('privacy.rights.copy'),
			p('privacy.rights.erase'),
		]),
		p('privacy.rights.complain'),
		heading(p('privacy.ask.title')),
		'{contact}',
		p('privacy.ask.pupils'),
		heading(p('privacy.cookies.title')),
		p('privacy.cookies.text'),
	],
	'privacy-pupils': () => [
		...point('lock', p('privacy.pupil.name.title'), p('privacy.pupil.name.text')),
		...point('eye', p('privacy.pupil.see.title'), p('privacy.pupil.see.text')),
		...point('clock', p('privacy.pupil.long.title'), p('privacy.pupil.long.text')),
		...point('talk', p('privacy.pupil.ask.title'), p('privacy.pupil.ask.text')),
	],
	accessibility: (locale) => [
		a('accessibility.lead'),
		heading(a('accessibility.aim.title')),
		a('accessibility.aim.text'),
		heading(a('accessibility.state.title')),
		a('accessibility.state.text', { date: formatDate(shippedOn, locale, 'UTC') }),
		a('accessibility.state.checked'),
		a('accessibility.state.missing'),
		list([
			a('accessibility.state.readers'),
			a('accessibility.state.pictures'),
			a('accessibility.state.languages'),
		]),
		...section(a('accessibility.use.title'), [
			a('accessibility.use.keyboard'),
			a('accessibility.use.size'),
			a('accessibility.use.dark'),
			a('accessibility.use.cards'),
		]),
		heading(a('accessibility.tell.title')),
		a('accessibility.tell.text'),
		'{contact}',
		a('accessibility.tell.no-answer'),
	],
};

function section(title: string, items: readonly string[]): string[] {
	return [heading(title), list(items)];
}

function point(icon: TextIcon, title: string, text: string): string[] {
	return [heading(`:${icon}: ${title}`), text];
}

function heading(title: string): string {
	return `## ${title}`;
}

function list(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

function link(text: string, address: string): string {
	return `[${text}](${address})`;
}
