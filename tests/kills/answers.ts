// What people of the run expect of an answer.
import type { Answer } from '../world/visiting.ts';

/** The answer to a form must be this; anything else is a defect of the platform or of this run. */
export function must(answer: Answer, status: number, what: string): Answer {
	if (answer.status === status) return answer;
	const said = /role="alert"[\s\S]{0,400}/.exec(answer.text)?.[0].replaceAll(/<[^>]*>/g, ' ') ?? '';
	throw new Error(`${what} was answered ${answer.status} ${said.replaceAll(/\s+/g, ' ').slice(0, 200)}`);
}

/** What the page holds there, or an error that names it. */
export function found(pattern: RegExp, text: string, what: string): string {
	const match = pattern.exec(text)?.[1];
	if (match === undefined) throw new Error(`${what} was not found on the page`);
	return match;
}
