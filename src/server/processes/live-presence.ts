/** What others see of somebody at the page: name and school as the platform knows them, and where the caret stands. */
import type { Seat } from './live-seat.ts';

const longestCaret = 2_000;

/** Leaves of what a browser says of its presence only its own, under the writer's name and no other. */
export function ownStates(states: Map<number, Record<string, unknown>>, seat: Seat): void {
	for (const [hand, state] of [...states]) {
		if (hand !== seat.hand) {
			states.delete(hand);
			continue;
		}
		const { cursor } = state;
		const caret = JSON.stringify(cursor ?? null).length <= longestCaret ? cursor : null;
		states.set(hand, { user: userOf(seat), cursor: caret ?? null });
	}
}

function userOf({ writer }: Seat) {
	return {
		member: writer.id,
		name: writer.name ?? '',
		country: writer.school?.country ?? '',
		school: writer.school?.name ?? '',
	};
}
