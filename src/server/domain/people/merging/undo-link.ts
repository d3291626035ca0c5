/** The link in both letters of a merging: says no, or undoes, without signing in. */
import { keyedHash, sha256 } from '#platform/ids';
import { installation } from '#platform/installation';

/** Made from the merging and our secret, so that every letter about it can hold the same one. */
export function undoTokenOf(merging: string): string {
	return keyedHash(installation().secret, `undo merging ${merging}`).toString('base64url');
}

export function hashOfUndoToken(token: string): Buffer {
	return sha256(token);
}
