/** Notices: what a person is told. Parts do not call this face to tell: they emit the event `notice`. */
// use cases
export { seeNotices, seeNoticesAbout } from './read-notices.ts';
export { chooseWays, muteByLink } from './choose-ways.ts';
// reads
export { mutingBy, noticeChoices } from './choose-ways.ts';
export { noticesFor, noticesOnAPage, unseenNotices } from './read-notices.ts';
// for open pages
export { callNews, newsChannel } from './notices.sql.ts';
// types
export type { Mutable } from './mute-link.ts';
export type { Notice } from './read-notices.ts';
export type { NoticeEvent } from './notice.ts';
