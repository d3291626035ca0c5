/** Messages of `consent`; made by scripts/messages.ts from messages/en/consent.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'consent.age': { country: string | number; age: string | number };
	'consent.age-unknown': NoValues;
	'consent.attested': { name: string | number };
	'consent.form.allow': NoValues;
	'consent.form.free': NoValues;
	'consent.form.lead': NoValues;
	'consent.form.name': NoValues;
	'consent.form.sign': NoValues;
	'consent.form.title': NoValues;
	'consent.form.version': { version: string | number };
	'consent.give.by': NoValues;
	'consent.give.do': NoValues;
	'consent.give.help': NoValues;
	'consent.give.language': NoValues;
	'consent.give.pupils': NoValues;
	'consent.give.purposes': NoValues;
	'consent.give.title': NoValues;
	'consent.given': NoValues;
	'consent.giver.parent': NoValues;
	'consent.giver.pupil': NoValues;
	'consent.giver.school': NoValues;
	'consent.help.account': NoValues;
	'consent.help.meeting': NoValues;
	'consent.help.name': NoValues;
	'consent.help.picture-inside': NoValues;
	'consent.help.picture-public': NoValues;
	'consent.lead': NoValues;
	'consent.no': NoValues;
	'consent.nobody': NoValues;
	'consent.print': NoValues;
	'consent.print-help': NoValues;
	'consent.pupil': NoValues;
	'consent.purpose.account': NoValues;
	'consent.purpose.meeting': NoValues;
	'consent.purpose.name': NoValues;
	'consent.purpose.picture-inside': NoValues;
	'consent.purpose.picture-public': NoValues;
	'consent.refusal.not-given': NoValues;
	'consent.show': NoValues;
	'consent.table': NoValues;
	'consent.title': NoValues;
	'consent.until': { by: string | number; until: string | number };
	'consent.withdraw.do': NoValues;
	'consent.withdraw.effects': NoValues;
	'consent.withdraw.link': NoValues;
	'consent.withdraw.not': NoValues;
	'consent.withdraw.nothing': NoValues;
	'consent.withdraw.title': { name: string | number; what: string | number };
	'consent.withdrawn': NoValues;
};

/** The texts of `consent` in the reader’s language. */
export const t = messagesOf<Arguments>('consent');
