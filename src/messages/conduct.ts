/** Messages of `conduct`; made by scripts/messages.ts from messages/en/conduct.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'conduct.core.children': NoValues;
	'conduct.core.different': NoValues;
	'conduct.core.honest': NoValues;
	'conduct.core.kind': NoValues;
	'conduct.core.title': NoValues;
	'conduct.lead': NoValues;
	'conduct.not.discriminate': NoValues;
	'conduct.not.false': NoValues;
	'conduct.not.hurt': NoValues;
	'conduct.not.private': NoValues;
	'conduct.not.title': NoValues;
	'conduct.not.trade': NoValues;
	'conduct.partners.answer': NoValues;
	'conduct.partners.read': NoValues;
	'conduct.partners.stay': NoValues;
	'conduct.partners.title': NoValues;
	'conduct.pupil.back': NoValues;
	'conduct.pupil.fear.text': NoValues;
	'conduct.pupil.fear.title': NoValues;
	'conduct.pupil.kind.text': NoValues;
	'conduct.pupil.kind.title': NoValues;
	'conduct.pupil.own.text': NoValues;
	'conduct.pupil.own.title': NoValues;
	'conduct.pupil.secret.text': NoValues;
	'conduct.pupil.secret.title': NoValues;
	'conduct.pupil.tell.text': NoValues;
	'conduct.pupil.tell.title': NoValues;
	'conduct.pupil.title': NoValues;
	'conduct.pupils.names': NoValues;
	'conduct.pupils.own': NoValues;
	'conduct.pupils.simple': NoValues;
	'conduct.pupils.space': NoValues;
	'conduct.pupils.title': NoValues;
	'conduct.report.danger': NoValues;
	'conduct.report.otherwise': NoValues;
	'conduct.report.person': NoValues;
	'conduct.report.post': NoValues;
	'conduct.report.title': NoValues;
	'conduct.report.write': NoValues;
	'conduct.then.look': NoValues;
	'conduct.then.measures': NoValues;
	'conduct.then.object': NoValues;
	'conduct.then.title': NoValues;
	'conduct.title': NoValues;
};

/** The texts of `conduct` in the reader’s language. */
export const t = messagesOf<Arguments>('conduct');
