/** What notices are about: for each topic a person chooses how to be told. */
import type { NoticeKind } from './notice-kinds.ts';

/** In the order in which they are offered. */
export const noticeTopics = [
	'messages',
	'contacts',
	'projects',
	'places',
	'spaces',
	'partners',
	'searches',
	'desk',
	'account',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

export const noticeWays = ['at-once', 'digest', 'platform', 'off'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** What stands here under no topic of its own is about the person's places and cases. */
const topics: Readonly<Partial<Record<NoticeKind, NoticeTopic>>> = {
	welcome: 'account',
	'cases-waiting': 'desk',
	'cases-escalated': 'desk',
	'cofounder-invited': 'projects',
	'cofounder-accepted': 'projects',
	'cofounder-declined': 'projects',
	'project-approved': 'projects',
	'project-refused': 'projects',
	'project-withdrawn': 'projects',
	'project-closed': 'projects',
	'project-opened-again': 'projects',
	'label-awarded': 'projects',
	'label-refused': 'projects',
	'copy-ready': 'projects',
	'post-reported': 'spaces',
	'matter-decided': 'spaces',
	'report-settled': 'spaces',
	'matter-at-desk': 'desk',
	suspended: 'account',
	'material-hidden': 'spaces',
	'thread-replied': 'spaces',
	'contact-requested': 'contacts',
	'contact-accepted': 'contacts',
	'message-received': 'messages',
	'answer-not-sent': 'messages',
	'search-found': 'searches',
	'partner-post-ending': 'partners',
	'link-answered': 'projects',
	'link-confirmed': 'projects',
	'account-idle': 'account',
	'account-pending': 'account',
};

export function topicOf(kind: NoticeKind): NoticeTopic {
	return topics[kind] ?? 'places';
}

/**
 * What can be chosen for a topic, the usual first. What concerns the account itself always comes by mail; where somebody
 * waits for an answer, it stands in the platform at least.
 */
export function waysOf(topic: NoticeTopic): readonly NoticeWay[] {
	if (topic === 'account') return ['at-once'];
	if (topic === 'partners' || topic === 'searches') return ['digest', 'at-once', 'platform', 'off'];
	if (topic === 'contacts') return ['at-once', 'digest', 'platform', 'off'];
	return ['at-once', 'digest', 'platform'];
}

/** The way that was chosen, where it can be chosen, or else the usual one. */
export function wayOf(topic: NoticeTopic, chosen: string | undefined): NoticeWay {
	const ways = waysOf(topic);
	return ways.find((way) => way === chosen) ?? ways[0] ?? 'at-once';
}
