// The door for those who write a page together: whom it opens for, and what everybody else is told.
import { knockAtPage } from '../world/live-door.ts';
import type { RunningPlatform } from '../world/running-platform.ts';
import type { Role } from './cast.ts';
import { toSocket } from './expected.ts';
import type { Stage } from './stage.ts';

/** Knocks as this role at a page here and at one there; answers what was not as the table says. */
export async function knockAtSockets(platform: RunningPlatform, stage: Stage, role: Role): Promise<string[]> {
	const wrong: string[] = [];
	const cookie = stage.cast[role].cookie();
	for (const ground of ['here', 'there'] as const) {
		const expected = toSocket('ws:/live/pages', role, ground);
		const wanted = expected === 200 ? 101 : expected;
		const status = await knockAtPage(platform.url, stage.places[ground].page, { cookie });
		if (status !== wanted) wrong.push(`the page ${ground}: ${status}, not ${wanted}`);
	}
	const elsewhere = { cookie, origin: 'https://elsewhere.example' };
	const status = await knockAtPage(platform.url, stage.places.here.page, elsewhere);
	if (status !== 403) wrong.push(`from another site: ${status}, not 403`);
	return wrong;
}
