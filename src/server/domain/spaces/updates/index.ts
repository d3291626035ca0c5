/** Updates: what members write to each other in a space, pupils' walls, and keeping both safe. */
// use cases
export {
	answerPost,
	personsInTopic,
	writeInBulletin,
	writeInTopic,
	writeOnWall,
	writeUpdate,
	type Words,
	type WriteRefusal,
} from './write-post.ts';
export { likePost, mendPost, pinPost } from './care-for-post.ts';
export { forgetTopics } from './forget.ts';
export { hidePost, removePost, showPost, takePostBack } from './moderate-post.ts';
// reads
export {
	beginningsOfTopics,
	bulletinFor,
	hasBegunWall,
	linkInPost,
	postFor,
	postsOfTopic,
	threadFor,
	updatesFor,
	wallFor,
} from './read-posts.ts';
export { pupilsWordsIn } from './pupils-words.sql.ts';
// forms
export { careForm, decisionForm, wordsForm } from './forms.ts';
// types
export { postLimits, postReasons } from './post.ts';
export type { Decision, Post, PostDeed, PostId, PostReason, PostState, Thread } from './post.ts';
export type { Threads } from './read-posts.ts';
export { postKind } from './reportable-post.ts';
