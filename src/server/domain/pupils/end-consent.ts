/** What the end of a consent is, whoever or whatever ends it. */
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import type { PupilId } from '#shared/actor';
import type { ConsentPurpose } from './consent.ts';
import { takeConsents, type EndingConsents } from './consent.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** Something may not be shown or done any more: whoever shows it ends that in this transaction. */
		'consent.withdrawn': { readonly pupil: PupilId; readonly purpose: ConsentPurpose };
	}
}

/** Each that still runs ends once, and with it all that it carried; says how many did. Inside a transaction. */
export async function endConsents(ctx: Context, which: EndingConsents): Promise<number> {
	const ended = await takeConsents(ctx, which);
	for (const one of ended) await emit(ctx, 'consent.withdrawn', one);
	return ended.length;
}
