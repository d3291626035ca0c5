/** Notices: what a person is told. Parts do not call this face to tell: they emit the event `notice`. */
// use cases
export { seeNotices, seeNoticesAbout } from './read-notices.ts';
// reads
export { noticesFor, noticesOnAPage, unseenNotices } from './read-notices.ts';
// types
export type { Notice } from './read-notices.ts';
export type { NoticeEvent } from './notice.ts';
