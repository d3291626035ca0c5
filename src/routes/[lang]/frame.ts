/** What the frame offers whom: the places, the links under the own name, the languages of the page. */
import { t } from '#messages/site';
import type { ActorKind } from '#shared/actor';
import { offeredLocales, ownNameOf, type Locale } from '#shared/locales';
import type { Language, Me, Place } from '#ui/Shell.svelte';

/** The places that exist, in their order; partners are for validated teachers. */
export function placesOf(actor: ActorKind, home: string, path: string): Place[] {
	const projects: Place = { href: `${home}/projects`, label: t('site.place.projects'), icon: 'threads' };
	const partners: Place = { href: `${home}/partners`, label: t('site.place.partners'), icon: 'people' };
	const places = actor === 'teacher' ? [partners, projects] : [projects];
	return places.map((place) => ({
		...place,
		current: path === place.href || path.startsWith(`${place.href}/`),
	}));
}

/** My own pages, by what I am just now. */
export function linksOf(actor: ActorKind, home: string): Me['links'] {
	if (actor === 'pupil') return [{ href: `${home}/pupil/home`, label: t('site.me.projects'), icon: 'home' }];
	const own: Me['links'] = [
		{ href: `${home}/me`, label: t('site.me.home'), icon: 'home' },
		{ href: `${home}/me/profile`, label: t('site.me.profile'), icon: 'person' },
	];
	// at the desk one is no teacher: the profile is closed until one leaves it
	if (actor === 'officer')
		return [{ href: `${home}/desk`, label: t('site.me.desk'), icon: 'desk' }, ...own.slice(0, 1)];
	const security = { href: `${home}/me/security`, label: t('site.me.security'), icon: 'lock' } as const;
	if (actor !== 'teacher')
		return [...own, { href: `${home}/me/status`, label: t('site.me.status'), icon: 'clock' }, security];
	return [
		...own,
		{ href: `${home}/me/projects`, label: t('site.me.projects'), icon: 'threads' },
		{ href: `${home}/contacts`, label: t('site.me.contacts'), icon: 'people' },
		security,
	];
}

/** Where whoever is signed in signs out. */
export function signOutOf(actor: ActorKind, home: string): string {
	return actor === 'pupil' ? `${home}/pupil/leave` : `${home}/sign-out`;
}

/** Whether what went wrong is explained to a pupil. Where nobody was recognised, the address tells. */
export function isForPupil(address: string, actor?: ActorKind): boolean {
	return actor === 'pupil' || (actor === undefined && /^\/[^/]+\/pupil(\/|$)/.test(address));
}

/** What stands at the foot of every page: who we are, and what you may expect. Schools are looked up by adults. */
export function footOf(actor: ActorKind, home: string): { href: string; label: string }[] {
	const schools = { href: `${home}/schools`, label: t('site.foot.schools') };
	return [
		{ href: `${home}/about`, label: t('site.foot.about') },
		...(actor === 'pupil' ? [] : [schools]),
		{ href: `${home}/privacy`, label: t('site.foot.privacy') },
		{ href: `${home}/privacy/register`, label: t('site.foot.register') },
		{ href: `${home}/accessibility`, label: t('site.foot.accessibility') },
		{ href: `${home}/conduct`, label: t('site.foot.conduct') },
		{ href: `${home}/about#source`, label: t('site.foot.source') },
	];
}

/** The same page in each language. */
export function languagesOf(current: Locale, url: Pick<URL, 'pathname' | 'search'>): Language[] {
	const rest = url.pathname.split('/').slice(2).join('/');
	return offeredLocales().map((code) => ({
		code,
		name: ownNameOf(code),
		href: `/${code}${rest === '' ? '' : `/${rest}`}${url.search}`,
		current: code === current,
	}));
}
