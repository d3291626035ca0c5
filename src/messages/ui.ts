/** Messages of `ui`; made by scripts/messages.ts from messages/en/ui.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'ui.field.left': { count: number };
	'ui.field.most': { count: number };
	'ui.field.too-long': { count: number };
	'ui.form.required': NoValues;
	'ui.form.summary': { count: number };
	'ui.head.trail': NoValues;
	'ui.shell.inbox': { count: number };
	'ui.shell.language': NoValues;
	'ui.shell.me': { name: string | number };
	'ui.shell.menu': NoValues;
	'ui.shell.notices': { count: number };
	'ui.shell.places': NoValues;
	'ui.shell.promise': NoValues;
	'ui.shell.register': NoValues;
	'ui.shell.search': NoValues;
	'ui.shell.sign-in': NoValues;
	'ui.shell.sign-out': NoValues;
	'ui.shell.skip': NoValues;
};

/** The texts of `ui` in the reader’s language. */
export const t = messagesOf<Arguments>('ui');
