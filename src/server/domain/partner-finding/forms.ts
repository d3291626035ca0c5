/** The forms of partner posts and class cards. */
import { z } from 'zod';
import {
	choice,
	choices,
	countryCodes,
	id,
	optionalDay,
	optionalMonth,
	optionalText,
	optionalTime,
	optionalWholeNumber,
	text,
	wholeNumber,
} from '#shared/form-fields';
import { languages, pupilAges, subjects } from '#shared/vocabulary';
import { longestCard, months, schoolWeekdays } from './class-cards/class-card.ts';
import { longestPost, postKinds, postRuns } from './post.ts';

const { youngest, oldest } = pupilAges;

export const writePostForm = z.object({
	kind: choice(postKinds),
	title: text(longestPost.title),
	words: text(longestPost.words),
	'words-language': choice(languages),
	languages: choices(languages, longestPost.languages, 1),
	subjects: choices(subjects, longestPost.subjects),
	'ages-from': wholeNumber(youngest, oldest),
	'ages-to': wholeNumber(youngest, oldest),
	countries: countryCodes(longestPost.countries),
	partners: wholeNumber(1, longestPost.partners),
	pupils: optionalWholeNumber(1, longestPost.pupils),
	starts: optionalMonth(),
	months: optionalWholeNumber(1, longestPost.months),
	days: wholeNumber(Math.min(...postRuns), Math.max(...postRuns)),
});

/** What a teacher says of a class. */
export const classCardForm = z.object({
	name: text(longestCard.name),
	'ages-from': wholeNumber(youngest, oldest),
	'ages-to': wholeNumber(youngest, oldest),
	pupils: wholeNumber(1, longestCard.pupils),
	languages: choices(languages, longestCard.languages, 1),
	subjects: choices(subjects, longestCard.subjects),
	months: numbers(months),
	weekdays: numbers(schoolWeekdays),
	'hours-from': optionalTime(),
	'hours-to': optionalTime(),
	'away-1-from': optionalDay(),
	'away-1-to': optionalDay(),
	'away-2-from': optionalDay(),
	'away-2-to': optionalDay(),
	'away-3-from': optionalDay(),
	'away-3-to': optionalDay(),
	'away-4-from': optionalDay(),
	'away-4-to': optionalDay(),
	'away-5-from': optionalDay(),
	'away-5-to': optionalDay(),
	wishes: optionalText(longestCard.wishes),
});

/** Numbers of a fixed list that are ticked. */
function numbers(list: readonly number[]) {
	const texts = list.map(String) as [string, ...string[]];
	return choices(texts).transform((chosen) => chosen.map(Number));
}

export const renewPostForm = z.object({ post: id() });
export const closePostForm = z.object({ post: id(), reason: choice(['filled', 'withdrawn']) });
