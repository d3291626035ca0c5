/** What the form of an assessment sends: all of it may be missing while it is kept for later. */
import { z } from 'zod';
import { criteria, minimums, mostPoints, reviewable, type Assessment } from '#domain/recognition';
import { choice, optionalChoice, optionalText } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';

const words = () => optionalText(2000);
export const pointChoices = Array.from({ length: mostPoints + 1 }, (_, points) => `${points}`) as [
	string,
	...string[],
];
const points = () => optionalChoice(pointChoices);
const met = () => optionalChoice(['yes', 'no']);

export const pointsForm = z.object({
	'points-collaboration': points(),
	'points-technology': points(),
	'points-pedagogy': points(),
	'points-curriculum': points(),
	'points-results': points(),
	'met-pupils-together': met(),
	'met-choice-of-tools': met(),
	'met-safety-and-rights': met(),
	'words-collaboration': words(),
	'words-technology': words(),
	'words-pedagogy': words(),
	'words-curriculum': words(),
	'words-results': words(),
	'words-pupils-together': words(),
	'words-choice-of-tools': words(),
	'words-safety-and-rights': words(),
	words: words(),
	language: choice(languages),
	reason: z
		.string()
		.regex(/^[a-z-]{0,40}$/)
		.default(''),
});

/** The assessment in what the form carried. */
export function assessmentOf(sent: z.output<typeof pointsForm>): Assessment {
	return {
		points: Object.fromEntries(
			criteria.flatMap((each) => {
				const given = sent[`points-${each}`];
				return given === undefined ? [] : [[each, Number(given)]];
			}),
		),
		met: Object.fromEntries(
			minimums.flatMap((each) => {
				const given = sent[`met-${each}`];
				return given === undefined ? [] : [[each, given === 'yes']];
			}),
		),
		notes: Object.fromEntries(reviewable.map((each) => [each, sent[`words-${each}`]])),
		words: sent.words,
	};
}
