/** Messages of `about`; made by scripts/messages.ts from messages/en/about.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'about.lead': NoValues;
	'about.run.desks': NoValues;
	'about.run.independent': NoValues;
	'about.run.named': { name: string | number; host: string | number };
	'about.run.title': NoValues;
	'about.run.trial': NoValues;
	'about.run.unnamed': { host: string | number };
	'about.run.write': NoValues;
	'about.source.licence': NoValues;
	'about.source.text': NoValues;
	'about.source.title': NoValues;
	'about.source.type': NoValues;
	'about.title': NoValues;
	'about.what.no-trade': NoValues;
	'about.what.pupils': NoValues;
	'about.what.teachers': NoValues;
	'about.what.title': NoValues;
};

/** The texts of `about` in the reader’s language. */
export const t = messagesOf<Arguments>('about');
