/** Messages of `accessibility`; made by scripts/messages.ts from messages/en/accessibility.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'accessibility.aim.text': NoValues;
	'accessibility.aim.title': NoValues;
	'accessibility.lead': NoValues;
	'accessibility.state.checked': NoValues;
	'accessibility.state.languages': NoValues;
	'accessibility.state.missing': NoValues;
	'accessibility.state.pictures': NoValues;
	'accessibility.state.readers': NoValues;
	'accessibility.state.text': { date: string | number };
	'accessibility.state.title': NoValues;
	'accessibility.tell.no-answer': NoValues;
	'accessibility.tell.otherwise': NoValues;
	'accessibility.tell.text': NoValues;
	'accessibility.tell.title': NoValues;
	'accessibility.tell.write': NoValues;
	'accessibility.title': NoValues;
	'accessibility.use.cards': NoValues;
	'accessibility.use.dark': NoValues;
	'accessibility.use.keyboard': NoValues;
	'accessibility.use.size': NoValues;
	'accessibility.use.title': NoValues;
};

/** The texts of `accessibility` in the reader’s language. */
export const t = messagesOf<Arguments>('accessibility');
