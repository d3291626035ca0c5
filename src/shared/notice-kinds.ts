/** Everything a person can be told. Each kind has its texts in messages `notices.<kind>.subject` and `.body`. */
export const noticeKinds = [
	'welcome',
	'affiliation-validated',
	'affiliation-refused',
	'colleague-stated',
	'cohort-approved',
	'studies-ended',
	'case-question',
	'case-granted',
	'case-refused',
	'cases-waiting',
	'cases-escalated',
	'cofounder-invited',
	'cofounder-accepted',
	'cofounder-declined',
	'project-approved',
	'project-refused',
	'project-withdrawn',
	'post-reported',
	'post-moderated',
	'contact-requested',
	'contact-accepted',
	'message-received',
	'account-idle',
	'account-pending',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];
