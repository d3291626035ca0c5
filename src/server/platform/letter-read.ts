/** Reads a letter that came in: who wrote it, what is new in it, and whether a machine wrote it. */
import { Parser } from 'htmlparser2';
import PostalMime, { type Email } from 'postal-mime';

/** Stands in every letter that can be answered: what is below it was there before. */
export const answerMark = '✂';

export type ReadLetter = {
	/** The address in From, in small letters; empty where there is not exactly one. */
	readonly from: string;
	/** What was written above the letter that is answered. */
	readonly words: string;
	/** Message-ID, or what stands for it. */
	readonly id: string;
	/** It answers by itself, or tells that something was not delivered: nobody wrote it. */
	readonly automatic: boolean;
};

/** `ours`: addresses in the lines with which mail programs introduce what they quote. Throws for what is no letter. */
export async function readLetter(
	raw: Uint8Array,
	sender: string,
	ours: readonly string[],
): Promise<ReadLetter> {
	const email = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 100_000 });
	return {
		from: (email.from?.address ?? '').toLowerCase(),
		words: newWords(email.text ?? wordsIn(email.html ?? ''), ours),
		id: email.messageId ?? '',
		automatic: sender === '' || isAutomatic(email),
	};
}

const automaticHeaders = new Set([
	'x-autoreply',
	'x-autorespond',
	'x-autoresponder',
	'x-auto-reply',
	'x-mail-autoreply',
	'x-failed-recipients',
	'x-feedback-id',
	'list-id',
	'list-unsubscribe',
]);
const machines =
	/^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|abuse|complaints?|feedbackloop|fbl)\b/i;
const machineSubjects =
	/^(auto(matic|mated)?[ -]?(reply|response|antwort)|automatische antwort|réponse automatique|out of (the )?office|abwesenheit|undeliver|returned mail|mail delivery|delivery (status|failure|notification)|failure notice|complaint about message)/i;

/** By RFC 3834 and RFC 3464, and by what programs write that follow neither. */
function isAutomatic({ headers, from, subject, attachments }: Email): boolean {
	return (
		headers.some(({ key, value }) => {
			const said = value.trim().toLowerCase();
			if (key === 'auto-submitted') return said !== 'no';
			if (key === 'precedence') return /^(bulk|junk|list|auto_reply)/.test(said);
			if (key === 'return-path') return said === '<>';
			if (key === 'content-type') return said.startsWith('multipart/report');
			return automaticHeaders.has(key);
		}) ||
		machines.test(from?.address ?? '') ||
		machineSubjects.test(subject ?? '') ||
		attachments.some(({ mimeType }) => mimeType === 'message/delivery-status')
	);
}

/** What stands above the quoted letter, without the line that introduces it and without a signature. */
export function newWords(text: string, ours: readonly string[]): string {
	const [above = ''] = text.split(answerMark);
	const lines = above.replaceAll(/\r\n?/g, '\n').split('\n');
	const isOld = (line: string) =>
		/^-- $/.test(line) || ours.some((address) => line.toLowerCase().includes(address));
	const end = lines.findIndex(isOld);
	const fresh = end === -1 ? lines : lines.slice(0, end);
	while (fresh.length > 0 && isLeftOver(fresh.at(-1) ?? '')) fresh.pop();
	return fresh.join('\n').trim();
}

const unread = new Set(['head', 'script', 'style', 'title']);
const ownLine = /^(address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tr|ul)$/;

/** The words of a letter that came as HTML only, each block on a line of its own. */
function wordsIn(html: string): string {
	let words = '';
	const open: string[] = [];
	const parser = new Parser({
		onopentagname: (name) => {
			open.push(name);
			if (ownLine.test(name)) words += '\n';
		},
		onclosetag: (name) => {
			open.length = Math.max(open.lastIndexOf(name), 0);
			if (ownLine.test(name) && name !== 'br') words += '\n';
		},
		ontext: (text) => {
			if (!open.some((name) => unread.has(name))) words += text.replaceAll(/\s+/g, ' ');
		},
	});
	parser.end(html);
	return words
		.split('\n')
		.map((line) => line.trim())
		.join('\n')
		.replaceAll(/\n{3,}/g, '\n\n');
}

/** Empty, quoted, a rule, or a line that says when somebody wrote what follows. */
function isLeftOver(line: string): boolean {
	const said = line.trim();
	return (
		said === '' ||
		said.startsWith('>') ||
		/^[-_*=]+[^-_*=]*[-_*=]*$/.test(said) ||
		/\d[^.!?]*[:<,]$/.test(said)
	);
}
