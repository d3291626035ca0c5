/** When two messages are the same. */
import { sha256 } from '#platform/ids';
import { searchable } from '#shared/folding';

/** Two messages are the same when they fold to the same words. */
export function hashOf(message: string): Buffer {
	return sha256(searchable(message));
}
