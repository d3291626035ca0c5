/** The forum of a space: discussions, threads, replies. */
// use cases
export {
	beginThread,
	layOutDiscussions,
	markRead,
	openDiscussion,
	replyInThread,
	steerThread,
} from './talk.ts';
export { bringDiscussionBack, removeDiscussion } from './remove-discussion.ts';
// reads
export { discussionFor, discussionsFor, removedDiscussionsFor, talkFor } from './read-forum.ts';
// forms
export { bringBackForm, discussionForm, steerForm, threadForm } from './forms.ts';
// types
export { forumLimits } from './thread.ts';
export type { Thread } from './thread.ts';
