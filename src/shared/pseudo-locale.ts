/** Makes the pseudo-locale out of English: accented, a good third longer and in brackets, arguments untouched. */
import type { Branches, Message, Piece } from '#shared/message-format';

const accented = new Map(
	[...'AÅBƁCĈDĎEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ'].reduce<[string, string][]>(
		(pairs, letter, index, letters) => {
			if (index % 2 === 0) {
				const accent = letters[index + 1] ?? letter;
				pairs.push([letter, accent], [letter.toLowerCase(), accent.toLowerCase()]);
			}
			return pairs;
		},
		[],
	),
);

const vowels = /[aeiouy]/i;

/** The message as the pseudo-locale shows it. */
export function pseudo(message: Message): Message {
	if (typeof message === 'string') return `[${stretched(message)}]`;
	return ['[', ...message.map(pseudoPiece), ']'];
}

function pseudoPiece(piece: Piece): Piece {
	if (typeof piece === 'string') return stretched(piece);
	if (piece === 0 || piece[1] === 'text' || piece[1] === 'number') return piece;
	if (piece[1] === 'select') return [piece[0], 'select', pseudoBranches(piece[2])];
	return [piece[0], piece[1], pseudoBranches(piece[2]), piece[3]];
}

function pseudoBranches(branches: Branches): Branches {
	return Object.fromEntries(
		Object.entries(branches).map(([name, branch]) => [
			name,
			typeof branch === 'string' ? stretched(branch) : branch.map(pseudoPiece),
		]),
	);
}

/** Doubling the vowels makes a text about 40 % longer and keeps it readable. */
function stretched(text: string): string {
	return [...text]
		.map((letter) => {
			const accent = accented.get(letter) ?? letter;
			return vowels.test(letter) ? accent + accent.toLowerCase() : accent;
		})
		.join('');
}
