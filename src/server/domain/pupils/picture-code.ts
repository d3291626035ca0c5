/** The code of pictures: how it is made and kept. Pure but for the randomness. */
import { randomInt } from 'node:crypto';
import { keyedHash } from '#platform/ids';
import type { PupilId } from '#shared/actor';
import { pictures, picturesOfCode, signs } from '#shared/pictures';

/** Four different pictures in a row, by number. Few enough to guess: they open nothing without the class's code. */
export function newPictures(): number[] {
	return drawn(pictures.length, picturesOfCode);
}

/** Signs that nobody in the class has yet, in no order. */
export function freeSigns(taken: ReadonlySet<number>): number[] {
	return drawn(signs, signs).filter((sign) => !taken.has(sign));
}

/** True for a row that can be somebody's code. */
export function isPictureCode(row: readonly number[]): boolean {
	return row.length === picturesOfCode && row.every((picture) => pictures[picture] !== undefined);
}

/** What is kept of the pictures: the same row is kept differently for every pupil. */
export function hashOfPictures(secret: string, pupil: PupilId, row: readonly number[]): Buffer {
	return keyedHash(secret, `pupil-pictures:${pupil}:${row.join('.')}`);
}

function drawn(of: number, count: number): number[] {
	const left = Array.from({ length: of }, (_, number) => number);
	return Array.from({ length: count }, () => left.splice(randomInt(left.length), 1)[0] ?? 0);
}
