/** What the address of the register asks for: one area, one class; anything else asks for all. */
import { fieldClasses, type FieldClass } from '#domain/privacy';
import { isOneOf } from '#shared/vocabulary';

export type RegisterQuery = { readonly part: string | undefined; readonly class: FieldClass | undefined };

export function registerQuery(typed: URLSearchParams): RegisterQuery {
	const about = typed.get('class');
	return {
		part: typed.get('part') || undefined,
		class: isOneOf(fieldClasses, about) ? about : undefined,
	};
}
