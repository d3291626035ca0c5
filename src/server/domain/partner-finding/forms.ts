/** The form of a partner post. */
import { z } from 'zod';
import { choice, choices, id, text, wholeNumber } from '#shared/form-fields';
import { languages, pupilAges, subjects } from '#shared/vocabulary';
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
	countries: z
		.array(z.string().regex(/^[A-Z]{2}$/))
		.max(longestPost.countries)
		.prefault([])
		.transform((codes) => [...new Set(codes)]),
	partners: wholeNumber(1, longestPost.partners),
	days: wholeNumber(Math.min(...postRuns), Math.max(...postRuns)),
});

export const renewPostForm = z.object({ post: id() });
export const closePostForm = z.object({ post: id(), reason: choice(['filled', 'withdrawn']) });
