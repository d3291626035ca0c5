/** `npm run routes`: who may call what, one JSON line per route, method and action of src/access.ts, with each kind of actor. */
import { access } from '../src/access.ts';
import { actorKinds } from '../src/shared/actor.ts';

for (const [route, line] of Object.entries(access)) {
	for (const [call, kinds] of Object.entries(line)) {
		const [method = '', action] = call.split(' ?/');
		const actors = Object.fromEntries(actorKinds.map((kind) => [kind, kinds.includes(kind)]));
		console.log(JSON.stringify({ route, method, ...(action !== undefined && { action }), actors }));
	}
}
