/** Messages of `schools`; made by scripts/messages.ts from messages/en/schools.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'schools.case.label': NoValues;
	'schools.correct.lead': NoValues;
	'schools.correct.levels-help': NoValues;
	'schools.correct.note': NoValues;
	'schools.correct.note-help': NoValues;
	'schools.correct.send': NoValues;
	'schools.correct.title': NoValues;
	'schools.correct.website-help': NoValues;
	'schools.field.address': NoValues;
	'schools.field.country': NoValues;
	'schools.field.levels': NoValues;
	'schools.field.name': NoValues;
	'schools.field.postcode': NoValues;
	'schools.field.region': NoValues;
	'schools.field.town': NoValues;
	'schools.field.website': NoValues;
	'schools.page.closed': NoValues;
	'schools.page.closing': NoValues;
	'schools.page.correct': NoValues;
	'schools.page.details': NoValues;
	'schools.page.family': NoValues;
	'schools.page.history': NoValues;
	'schools.page.merged': NoValues;
	'schools.page.own-text': NoValues;
	'schools.page.own-title': NoValues;
	'schools.page.parent': NoValues;
	'schools.page.pending': NoValues;
	'schools.page.sites': NoValues;
	'schools.page.waiting-text': NoValues;
	'schools.page.waiting-title': NoValues;
	'schools.page.way': NoValues;
	'schools.refusal.already-granted': NoValues;
	'schools.refusal.country-not-active': NoValues;
	'schools.refusal.exists-already': NoValues;
	'schools.refusal.too-many-today': NoValues;
	'schools.refusal.website-unreadable': NoValues;
	'schools.state.closed': NoValues;
	'schools.state.closing': NoValues;
	'schools.state.noted.nobody': { date: string | number };
	'schools.state.noted.officer': { date: string | number };
	'schools.state.noted.register': { date: string | number };
	'schools.state.open': NoValues;
	'schools.state.pending': NoValues;
	'schools.state.since': { date: string | number };
};

/** The texts of `schools` in the reader’s language. */
export const t = messagesOf<Arguments>('schools');
