/** Messages of `projects`; made by scripts/messages.ts from messages/en/projects.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'projects.ages': { from: number; to: number };
	'projects.case.label': NoValues;
	'projects.field.ages': NoValues;
	'projects.field.agesFrom': NoValues;
	'projects.field.agesTo': NoValues;
	'projects.field.aims': NoValues;
	'projects.field.endsIn': NoValues;
	'projects.field.expectedResults': NoValues;
	'projects.field.kind': NoValues;
	'projects.field.languages': NoValues;
	'projects.field.months': NoValues;
	'projects.field.pupilsExpected': NoValues;
	'projects.field.schools': NoValues;
	'projects.field.startsIn': NoValues;
	'projects.field.subjects': NoValues;
	'projects.field.summary': NoValues;
	'projects.field.title': NoValues;
	'projects.field.tools': NoValues;
	'projects.field.workPlan': NoValues;
	'projects.kind.european': NoValues;
	'projects.kind.initial-teacher-education': NoValues;
	'projects.kind.national': NoValues;
	'projects.months': { from: string | number; to: string | number };
	'projects.tool.chat': NoValues;
	'projects.tool.class-visits': NoValues;
	'projects.tool.e-mail': NoValues;
	'projects.tool.exhibitions': NoValues;
	'projects.tool.forum': NoValues;
	'projects.tool.games': NoValues;
	'projects.tool.letters-and-parcels': NoValues;
	'projects.tool.maps': NoValues;
	'projects.tool.music-and-sound': NoValues;
	'projects.tool.pages': NoValues;
	'projects.tool.pictures-and-videos': NoValues;
	'projects.tool.quizzes-and-polls': NoValues;
	'projects.tool.shared-documents': NoValues;
	'projects.tool.updates': NoValues;
	'projects.tool.video-meetings': NoValues;
};

/** The texts of `projects` in the reader’s language. */
export const t = messagesOf<Arguments>('projects');
