// What people of the world ask for is granted; where it is not, the world is wrong.
import type { Result } from '#platform/result';

/** The value of an outcome that cannot be a refusal here. */
export function must<T>(outcome: Result<T, string>): T {
	if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
	return outcome.value;
}
