/** Messages of `privacy`; made by scripts/messages.ts from messages/en/privacy.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'privacy.adults.name': NoValues;
	'privacy.adults.place': NoValues;
	'privacy.adults.profile': NoValues;
	'privacy.adults.title': NoValues;
	'privacy.adults.use': NoValues;
	'privacy.adults.words': NoValues;
	'privacy.ask.otherwise': NoValues;
	'privacy.ask.pupils': NoValues;
	'privacy.ask.title': NoValues;
	'privacy.ask.write': NoValues;
	'privacy.cookies.text': NoValues;
	'privacy.cookies.title': NoValues;
	'privacy.lead': NoValues;
	'privacy.long.title': NoValues;
	'privacy.pupil.ask.text': NoValues;
	'privacy.pupil.ask.title': NoValues;
	'privacy.pupil.back': NoValues;
	'privacy.pupil.long.text': NoValues;
	'privacy.pupil.long.title': NoValues;
	'privacy.pupil.name.text': NoValues;
	'privacy.pupil.name.title': NoValues;
	'privacy.pupil.see.text': NoValues;
	'privacy.pupil.see.title': NoValues;
	'privacy.pupil.title': NoValues;
	'privacy.pupils.alias': NoValues;
	'privacy.pupils.outside': NoValues;
	'privacy.pupils.simple': NoValues;
	'privacy.pupils.title': NoValues;
	'privacy.pupils.work': NoValues;
	'privacy.rights.change': NoValues;
	'privacy.rights.complain': NoValues;
	'privacy.rights.copy': NoValues;
	'privacy.rights.erase': NoValues;
	'privacy.rights.title': NoValues;
	'privacy.see.everybody': NoValues;
	'privacy.see.members': NoValues;
	'privacy.see.officers': NoValues;
	'privacy.see.operator': NoValues;
	'privacy.see.teachers': NoValues;
	'privacy.see.title': NoValues;
	'privacy.short.forget': NoValues;
	'privacy.short.here': NoValues;
	'privacy.short.needed': NoValues;
	'privacy.short.pupils': NoValues;
	'privacy.short.register': NoValues;
	'privacy.short.title': NoValues;
	'privacy.title': NoValues;
	'privacy.why.text': NoValues;
	'privacy.why.title': NoValues;
};

/** The texts of `privacy` in the reader’s language. */
export const t = messagesOf<Arguments>('privacy');
