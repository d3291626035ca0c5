/** What support forgets in time: words of cases whose thing is gone, and looks at personal data. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteLooksBefore } from './looks.sql.ts';
import { blankCaseOf } from './privacy.sql.ts';

/**
 * The words of a case go with the thing it was about; that it was and how it ended stays. open-to-all here: the part
 * that owns the thing removes it.
 */
export async function forgetWordsOfCase(
	ctx: Context,
	{ kind, subject }: { readonly kind: string; readonly subject: string },
): Promise<void> {
	await blankCaseOf(ctx, kind, subject);
}

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldLooks(ctx: Context): Promise<void> {
	await deleteLooksBefore(ctx, await overBefore(ctx, 'log'));
}
