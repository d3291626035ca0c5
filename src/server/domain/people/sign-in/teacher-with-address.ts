/** Who wrote a letter that came in. */
import type { Context } from '#platform/context';
import { defaultLocale, isLocale, type Locale } from '#shared/locales';
import type { PersonId, Teacher } from '#shared/actor';
import { validatedWithAddress } from './addresses.sql.ts';

/**
 * This person, if the address is one of theirs and confirmed and they act as a teacher now: validated, not suspended.
 * There is no session behind it. open-to-all: only for letters to an address that was signed for this person.
 */
export async function teacherWithAddress(
	ctx: Context,
	person: PersonId,
	address: string,
): Promise<{ readonly actor: Teacher; readonly locale: Locale } | undefined> {
	const found = await validatedWithAddress(ctx, person, address);
	if (!found) return undefined;
	const locale = isLocale(found.locale) ? found.locale : defaultLocale;
	return { actor: { kind: 'teacher', person, session: '' }, locale };
}
