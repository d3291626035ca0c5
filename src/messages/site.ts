/** Messages of `site`; made by scripts/messages.ts from messages/en/site.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'site.error.back': NoValues;
	'site.error.broken.body': { id: string | number };
	'site.error.broken.title': NoValues;
	'site.error.changed-meanwhile.body': NoValues;
	'site.error.changed-meanwhile.title': NoValues;
	'site.error.home': NoValues;
	'site.error.malformed.body': NoValues;
	'site.error.malformed.title': NoValues;
	'site.error.not-found.body': NoValues;
	'site.error.not-found.title': NoValues;
	'site.error.not-yours.body': NoValues;
	'site.error.not-yours.title': NoValues;
	'site.error.too-large.body': NoValues;
	'site.error.too-large.title': NoValues;
	'site.error.too-often.body': NoValues;
	'site.error.too-often.title': NoValues;
	'site.error.unavailable.body': NoValues;
	'site.error.unavailable.title': NoValues;
	'site.home.counts': { projects: number; schools: number; countries: number };
	'site.home.how': NoValues;
	'site.home.join': NoValues;
	'site.home.lead': NoValues;
	'site.home.living': NoValues;
	'site.home.more': NoValues;
	'site.home.my-page': NoValues;
	'site.home.none': NoValues;
	'site.home.none-text': NoValues;
	'site.home.pupil': NoValues;
	'site.home.step.make': NoValues;
	'site.home.step.make-text': NoValues;
	'site.home.step.partner': NoValues;
	'site.home.step.partner-text': NoValues;
	'site.home.step.plan': NoValues;
	'site.home.step.plan-text': NoValues;
	'site.home.step.show': NoValues;
	'site.home.step.show-text': NoValues;
	'site.home.title': NoValues;
	'site.me.contacts': NoValues;
	'site.me.desk': NoValues;
	'site.me.home': NoValues;
	'site.me.profile': NoValues;
	'site.me.projects': NoValues;
	'site.me.status': NoValues;
	'site.place.partners': NoValues;
	'site.place.projects': NoValues;
	'site.trial': NoValues;
};

/** The texts of `site` in the reader’s language. */
export const t = messagesOf<Arguments>('site');
