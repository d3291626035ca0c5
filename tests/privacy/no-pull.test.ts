// Nothing pulls a child back or along: no streaks, no counting, no endless feed, nothing that plays by itself.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { setAnswerHeaders } from '../../scripts/serve/answer-headers.ts';

const drawn = globSync('src/{routes/**/pupil,routes/**/twinspace,ui}/**/*.{svelte,ts}');

test('R-UX: no page for pupils plays by itself, loads on and on, or lights a fire for coming back', () => {
	expect(drawn.length).toBeGreaterThan(100);
	for (const file of drawn) {
		const text = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*|<!--[^]*?-->/g, '');
		expect([
			file,
			/\bautoplay\b|IntersectionObserver|new Notification|navigator\.vibrate/.exec(text),
		]).toEqual([file, null]);
	}
});

test('R-UX: no word to pupils speaks of points, ranks, streaks or how often somebody was seen', () => {
	const words = JSON.parse(readFileSync('messages/en/pupils.json', 'utf8')) as Record<string, string>;
	expect(Object.keys(words).length).toBeGreaterThan(100);
	const pulling = /\b(points?|score|rank(ing)?|streak|level up|badge|views?|followers?|in a row, day)\b/i;
	for (const [key, text] of Object.entries(words)) expect([key, pulling.exec(text)]).toEqual([key, null]);
});

test('R-UX: every answer keeps camera, microphone and place shut', () => {
	const headers = new Map<string, string>();
	setAnswerHeaders(
		{ setHeader: (name: string, value: string) => headers.set(name, value) } as never,
		'https:',
	);
	for (const device of ['camera', 'microphone', 'geolocation'])
		expect(headers.get('permissions-policy')).toContain(`${device}=()`);
});
