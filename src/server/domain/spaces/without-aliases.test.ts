import { expect, test } from 'vitest';
import { inTheirPlace } from './without-aliases.ts';

test('an alias is found in any spelling, as a whole word, and what was put in its place is looked at by those after it', () => {
	const anew = inTheirPlace([
		['Swift Heron', 'a pupil of $& School'],
		['Otter', 'pupil 2'],
		['Pupil', 'nobody'],
	]);
	expect(anew('SWIFT  heron, swift_heron and swiftheron saw the otters of Otter.')).toBe(
		'a nobody of $& School, a nobody of $& School and a nobody of $& School saw the otters of nobody 2.',
	);
	expect(inTheirPlace([])('Otter')).toBe('Otter');
});
