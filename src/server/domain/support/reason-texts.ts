/** Reasons in the reader's language; a reason that left the list since is shown as another reason. */
import { t } from '#messages/support';
import { generalReasons, particularReasons, type RefusalReason } from './reasons.ts';

const known: readonly string[] = [...particularReasons, ...generalReasons];

export function reasonText(reason: string): string {
	return known.includes(reason) ? t(`support.reason.${reason as RefusalReason}`) : t('support.reason.other');
}
