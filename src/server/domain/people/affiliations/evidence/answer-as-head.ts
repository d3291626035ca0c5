/** Whoever opens the letter to the school answers for it: no account, one answer. */
import { schoolCards, type SchoolCard } from '#domain/schools';
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { sha256 } from '#platform/ids';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { system, type Bearer } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import { demand } from '../../abilities.ts';
import { namesOf } from '../../persons.sql.ts';
import { linksFromNetwork } from '../../sign-in/limits.ts';
import { affiliationsById } from '../affiliations.sql.ts';
import type { HeadAnswer, HeadLetter } from './evidence.ts';
import { answerLetter, openLetterOf } from './evidence.sql.ts';
import { weighEvidence } from './weigh-evidence.ts';

/** What the school is asked. */
export type HeadQuestion = {
	readonly name: string;
	readonly role: SchoolRole;
	readonly school: SchoolCard;
	readonly expiresAt: Date;
};

/** Undefined for a link that was used, is too old or is none of ours. Looking does not use it up. */
export async function headQuestionFor(ctx: Context, token: string): Promise<HeadQuestion | undefined> {
	const found = await letterOfToken(ctx, token);
	if (!found) return undefined;
	demand(bearerOf(ctx, found.letter), 'people.answer-as-head');
	const { person, role, school } = found.place;
	const card = (await schoolCards(asActor(ctx, system), [school])).get(school);
	const name = (await namesOf(ctx, [person])).get(person);
	if (!card || !name) return undefined;
	return { name, role, school: card, expiresAt: found.letter.expiresAt };
}

export type AnswerAsHead = {
	readonly token: string;
	readonly answer: HeadAnswer;
	readonly network: string;
};

/** Keeps the one answer; where the rule says so, "yes" validates the place. "No" never refuses it: an officer looks. */
export async function answerAsHead(
	ctx: Context,
	{ token, answer, network }: AnswerAsHead,
): Promise<Result<undefined, 'link-over'>> {
	await countAgainst(ctx, linksFromNetwork, network);
	return inTransaction(ctx, async (ctx) => {
		const found = await letterOfToken(ctx, token);
		if (!found) return refused('link-over');
		const bearer = bearerOf(ctx, found.letter);
		demand(bearer, 'people.answer-as-head');
		if (!(await answerLetter(bearer, found.letter.id, answer))) return refused('link-over');
		await audit(bearer, 'people.head-answered', { kind: 'affiliation', id: found.place.id }, { answer });
		await weighEvidence(bearer, found.place);
		return granted();
	});
}

function bearerOf(ctx: Context, letter: HeadLetter): Context<Bearer> {
	return asActor(ctx, { kind: 'bearer', purpose: 'answer-as-head', subject: letter.id });
}

async function letterOfToken(ctx: Context, token: string) {
	if (!/^[\w-]{43}$/.test(token)) return undefined;
	const letter = await openLetterOf(ctx, sha256(token));
	const [place] = letter ? await affiliationsById(ctx, [letter.affiliation]) : [];
	return letter && place && { letter, place };
}
