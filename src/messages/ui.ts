/** Messages of `ui`; made by scripts/messages.ts from messages/en/ui.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'ui.chain.answer': NoValues;
	'ui.chain.done': NoValues;
	'ui.chain.here': NoValues;
	'ui.chain.next': NoValues;
	'ui.chain.refused': NoValues;
	'ui.combo.choose': NoValues;
	'ui.combo.found': { count: number };
	'ui.combo.nothing': NoValues;
	'ui.combo.search': NoValues;
	'ui.combo.searching': NoValues;
	'ui.confirm.keep': NoValues;
	'ui.desk.back': NoValues;
	'ui.desk.case': NoValues;
	'ui.desk.keys': NoValues;
	'ui.desk.queue': NoValues;
	'ui.field.left': { count: number };
	'ui.field.more': { count: number };
	'ui.field.most': { count: number };
	'ui.field.too-long': { count: number };
	'ui.form.mend': { label: string | number; text: string | number };
	'ui.form.required': NoValues;
	'ui.form.summary': { count: number };
	'ui.form.unanswered': NoValues;
	'ui.head.trail': NoValues;
	'ui.pager.label': NoValues;
	'ui.pager.next': NoValues;
	'ui.pager.previous': NoValues;
	'ui.pupil.home': NoValues;
	'ui.pupil.leave': NoValues;
	'ui.shell.inbox': { count: number };
	'ui.shell.language': NoValues;
	'ui.shell.me': { name: string | number };
	'ui.shell.menu': NoValues;
	'ui.shell.notice': NoValues;
	'ui.shell.notices': { count: number };
	'ui.shell.places': NoValues;
	'ui.shell.promise': NoValues;
	'ui.shell.register': NoValues;
	'ui.shell.search': NoValues;
	'ui.shell.sign-in': NoValues;
	'ui.shell.sign-out': NoValues;
	'ui.shell.skip': NoValues;
	'ui.space.fresh': { count: number };
	'ui.space.more': NoValues;
	'ui.space.tools': NoValues;
	'ui.steps.done': NoValues;
	'ui.steps.label': { step: number; of: number };
};

/** The texts of `ui` in the reader’s language. */
export const t = messagesOf<Arguments>('ui');
