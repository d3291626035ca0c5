/** The day on which the pupil's class ends here, once it is near. */
import { ownClassEnd } from '#domain/pupils';
import { t } from '#messages/pupils';
import { formatDate } from '#shared/format';

export async function classEnd({ ctx, locale }: App.Locals): Promise<string | undefined> {
	const day = await ownClassEnd(ctx);
	return day && t('pupils.ending', { date: formatDate(new Date(`${day}T12:00:00Z`), locale, 'UTC') });
}
