// What no line of access.ts names does not answer, however it is asked for.
import { doorKeys } from '../../scripts/checks/doors.ts';
import { access } from '../../src/access.ts';
import type { RunningPlatform } from '../world/running-platform.ts';
import { addressAt } from './addresses.ts';
import type { Role } from './cast.ts';
import { pathOfCall } from './round.ts';
import type { Stage } from './stage.ts';

const calls = ['GET', 'POST', 'POST ?/no-such-deed', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Calls every route in every way that has no line; answers what was not refused with 405. */
export async function callInVain(platform: RunningPlatform, stage: Stage, role: Role): Promise<string[]> {
	const wrong: string[] = [];
	for (const route of Object.keys(access).filter((each) => !doorKeys.test(each))) {
		for (const call of calls.filter((each) => !access[route]?.[each])) {
			const path = pathOfCall(addressAt(route, stage.places.here), call);
			const answer = await fetch(platform.url + path, {
				method: call.split(' ')[0] ?? '',
				redirect: 'manual',
				headers: { origin: platform.url, cookie: stage.cast[role].cookie() },
			});
			await answer.arrayBuffer();
			if (answer.status !== 405) wrong.push(`${call} ${path}: ${answer.status}`);
		}
	}
	return wrong;
}
