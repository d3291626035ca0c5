/** Messages of `notices`; made by scripts/messages.ts from messages/en/notices.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'notices.account-idle.body': NoValues;
	'notices.account-idle.subject': { days: number };
	'notices.account-pending.body': NoValues;
	'notices.account-pending.subject': { days: number };
	'notices.affiliation-refused.body': { organisation: string | number; school: string | number };
	'notices.affiliation-refused.subject': { school: string | number };
	'notices.affiliation-validated.body': { organisation: string | number; school: string | number };
	'notices.affiliation-validated.subject': { school: string | number };
	'notices.case-granted.body': { organisation: string | number; title: string | number };
	'notices.case-granted.subject': { title: string | number };
	'notices.case-question.body': { organisation: string | number; title: string | number };
	'notices.case-question.subject': { title: string | number };
	'notices.case-refused.body': { organisation: string | number; title: string | number };
	'notices.case-refused.subject': { title: string | number };
	'notices.cases-escalated.body': { count: number };
	'notices.cases-escalated.subject': { count: number };
	'notices.cases-waiting.body': { count: number };
	'notices.cases-waiting.subject': { count: number };
	'notices.cofounder-accepted.body': { cofounder: string | number; title: string | number };
	'notices.cofounder-accepted.subject': { cofounder: string | number; title: string | number };
	'notices.cofounder-declined.body': { cofounder: string | number };
	'notices.cofounder-declined.subject': { cofounder: string | number; title: string | number };
	'notices.cofounder-invited.body': { founder: string | number; school: string | number; title: string | number };
	'notices.cofounder-invited.subject': { founder: string | number; title: string | number };
	'notices.contact-accepted.body': { name: string | number };
	'notices.contact-accepted.subject': { name: string | number };
	'notices.contact-requested.body': { name: string | number };
	'notices.contact-requested.subject': { name: string | number };
	'notices.letter.end': NoValues;
	'notices.letter.greeting': { name: string | number };
	'notices.message-received.body': { name: string | number };
	'notices.message-received.subject': { name: string | number };
	'notices.page.empty': NoValues;
	'notices.page.new': NoValues;
	'notices.page.older': NoValues;
	'notices.page.open': NoValues;
	'notices.page.see-all': NoValues;
	'notices.page.title': NoValues;
	'notices.post-moderated.body': { space: string | number };
	'notices.post-moderated.subject': { space: string | number };
	'notices.post-reported.body': { space: string | number };
	'notices.post-reported.subject': { space: string | number };
	'notices.project-approved.body': { title: string | number };
	'notices.project-approved.subject': { title: string | number };
	'notices.project-refused.body': { title: string | number };
	'notices.project-refused.subject': { title: string | number };
	'notices.project-withdrawn.body': { founder: string | number; title: string | number };
	'notices.project-withdrawn.subject': { founder: string | number; title: string | number };
	'notices.welcome.body': NoValues;
	'notices.welcome.subject': NoValues;
};

/** The texts of `notices` in the reader’s language. */
export const t = messagesOf<Arguments>('notices');
