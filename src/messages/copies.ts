/** Messages of `copies`; made by scripts/messages.ts from messages/en/copies.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'copies.bulletin.care': NoValues;
	'copies.bulletin.open': NoValues;
	'copies.bulletin.table': NoValues;
	'copies.bulletin.title': NoValues;
	'copies.column.answer-to': NoValues;
	'copies.column.author': NoValues;
	'copies.column.file': NoValues;
	'copies.column.id': NoValues;
	'copies.column.language': NoValues;
	'copies.column.name': NoValues;
	'copies.column.place': NoValues;
	'copies.column.role': NoValues;
	'copies.column.school': NoValues;
	'copies.column.shows': NoValues;
	'copies.column.when': NoValues;
	'copies.column.words': NoValues;
	'copies.consent-ends': { name: string | number };
	'copies.cover.adults': NoValues;
	'copies.cover.care': NoValues;
	'copies.cover.closed': { date: string | number };
	'copies.cover.made': { date: string | number };
	'copies.cover.pupils': { count: number };
	'copies.cover.schools': NoValues;
	'copies.forum.title': NoValues;
	'copies.index.title': NoValues;
	'copies.materials.beside': NoValues;
	'copies.materials.captions': NoValues;
	'copies.materials.kept': { count: number };
	'copies.materials.none': NoValues;
	'copies.materials.title': NoValues;
	'copies.member.gone': NoValues;
	'copies.member.pupil': { number: number; school: string | number };
	'copies.nav': NoValues;
	'copies.pages.draft': NoValues;
	'copies.pages.kept': NoValues;
	'copies.pages.saved': { name: string | number; when: string | number };
	'copies.pages.title': NoValues;
	'copies.tables.manifest': NoValues;
	'copies.tables.materials': NoValues;
	'copies.tables.members': NoValues;
	'copies.tables.posts': NoValues;
	'copies.tables.title': NoValues;
	'copies.updates.all': NoValues;
	'copies.updates.title': NoValues;
	'copies.walls.of': { name: string | number };
	'copies.walls.title': NoValues;
};

/** The texts of `copies` in the reader’s language. */
export const t = messagesOf<Arguments>('copies');
