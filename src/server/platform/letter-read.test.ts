import { expect, test } from 'vitest';
import { machineLetters } from '../../../tests/mail/letters.ts';
import { answerMark, newWords, readLetter } from './letter-read.ts';

const ours = ['@answers.example.org', 'no-reply@twinning.example'];
const address = 'message.0af3@answers.example.org';
const quoted = [
	`> ${answerMark} Write your answer above this line.`,
	'>',
	'> Hello Ines,',
	'> You have a new message.',
];

test.each([
	['nothing but words', ['Yes, gladly.', '', 'Freja']],
	['a quoted letter', ['Yes, gladly.', '', 'Freja', '', ...quoted]],
	[
		'a line that says who wrote it, in one piece',
		['Yes, gladly.', '', 'Freja', '', `On 26 Nov 2026 at 10:00, OpenTwinning <${address}> wrote:`, ...quoted],
	],
	[
		'such a line in two pieces',
		[
			'Yes, gladly.',
			'',
			'Freja',
			'',
			'Den tors. 26. nov. 2026 kl. 10.00 skrev OpenTwinning <',
			`${address}>:`,
			...quoted,
		],
	],
	[
		'a rule and the head of the letter',
		[
			'Yes, gladly.',
			'',
			'Freja',
			'',
			'________________________________',
			'From: OpenTwinning <no-reply@twinning.example>',
			'Sent: 26 November 2026',
			answerMark,
		],
	],
	[
		'a line above the letter without an address',
		['Yes, gladly.', '', 'Freja', '', 'Le 26 nov. 2026 à 10:00, OpenTwinning a écrit :', ...quoted],
	],
	['a signature', ['Yes, gladly.', '', 'Freja', '-- ', 'Freja Holm', 'Skovbakke School']],
])('what is new stands above %s', (_, lines) => {
	expect(newWords(lines.join('\r\n'), ours)).toBe('Yes, gladly.\n\nFreja');
});

test('what somebody wrote in lines that look like others stays', () => {
	const words = 'We meet at 10:30.\nBring: bread, salt.\n> is a sign of ours\nSee you on 3 May, 2026!';
	expect(newWords(`${words}\n\n${quoted.join('\n')}`, ours)).toBe(words);
});

test('an answer is read, with its words from either form', async () => {
	const head = ['From: Freja <Freja@Example.org>', 'Message-ID: <1@example.org>', 'Subject: Re: hello'];
	const plain = [...head, 'Content-Type: text/plain; charset=iso-8859-1', '', 'Rødgrød'];
	expect(await readLetter(Buffer.from(plain.join('\r\n'), 'latin1'), 'freja@example.org', ours)).toEqual({
		from: 'freja@example.org',
		words: 'Rødgrød',
		id: '<1@example.org>',
		automatic: false,
	});
	const html = [
		...head,
		'Content-Type: text/html; charset=utf-8',
		'',
		`<style>p { color: red }</style><p>Yes &amp;\n no</p><p>Freja<br>Holm</p><blockquote>${answerMark} Write</blockquote>`,
	];
	expect((await readLetter(Buffer.from(html.join('\r\n')), 'freja@example.org', ours)).words).toBe(
		'Yes & no\n\nFreja\nHolm',
	);
});

test('a machine is known by its letters, whatever address they seem to come from', async () => {
	const people: string[] = [];
	let count = 0;
	for (const [name, raw] of machineLetters()) {
		count += 1;
		if (!(await readLetter(raw, 'ines@example.org', ours)).automatic) people.push(name);
	}
	expect(count).toBe(241);
	expect(people).toEqual([]);
});

test.each([
	['Auto-Submitted: auto-replied'],
	['Precedence: bulk'],
	['X-Autoreply: yes'],
	['Subject: Automatische Antwort: Hallo'],
	['List-Id: <teachers.example.org>'],
])('nobody wrote a letter with "%s"', async (line) => {
	const raw = Buffer.from(`From: freja@example.org\r\n${line}\r\n\r\nI am away.`);
	expect((await readLetter(raw, 'freja@example.org', ours)).automatic).toBe(true);
});

test('nobody wrote a letter that wants no answer', async () => {
	const raw = Buffer.from('From: freja@example.org\r\nSubject: Re\r\n\r\nYes');
	expect((await readLetter(raw, '', ours)).automatic).toBe(true);
	expect((await readLetter(raw, 'freja@example.org', ours)).automatic).toBe(false);
});
