// A form that no page of the stage shows, sent to blindly: with its key and nothing else, by somebody who may send it.
import { access } from '../../../src/access.ts';
import { FORM_KEY } from '#shared/form';
import { addressAt } from '../addresses.ts';
import { kindOf, roles } from '../cast.ts';
import { pathOfCall } from '../round.ts';
import type { Stage } from '../stage.ts';
import type { FoundForm } from './harvest.ts';

export function unseen(stage: Stage, call: string): FoundForm {
	const route = call.slice(0, call.indexOf(' '));
	const method = call.slice(route.length + 1);
	const kinds = access[route]?.[method] ?? [];
	const role = roles.find((each) => kinds.includes(kindOf(each)));
	if (!role) throw new Error(`nobody of the cast may send ${call}`);
	const page = addressAt(route, stage.places.here);
	const key = {
		...{ name: FORM_KEY, kind: 'hidden', value: crypto.randomUUID(), ticked: false, required: true },
		...{ options: [], most: undefined, least: undefined, describedBy: [], isInvalid: false },
	};
	const form = { name: '', method: 'post', action: '', enctype: '', controls: [key], buttons: [] };
	const action = pathOfCall(page, method);
	return { call, browser: stage.cast[role], role, page, action, form, button: undefined };
}
