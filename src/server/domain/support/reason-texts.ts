/** Reasons in the reader's language; a reason that left the list since is shown as another reason. */
import { t } from '#messages/support';

const texts: Readonly<Record<string, () => string>> = {
	'not-confirmed-by-school': () => t('support.reason.not-confirmed-by-school'),
	'role-not-eligible': () => t('support.reason.role-not-eligible'),
	'wrong-school': () => t('support.reason.wrong-school'),
	'not-a-school': () => t('support.reason.not-a-school'),
	'wrong-details': () => t('support.reason.wrong-details'),
	'aims-unclear': () => t('support.reason.aims-unclear'),
	'no-shared-work': () => t('support.reason.no-shared-work'),
	'pupils-not-involved': () => t('support.reason.pupils-not-involved'),
	'partners-not-suitable': () => t('support.reason.partners-not-suitable'),
	incomplete: () => t('support.reason.incomplete'),
	duplicate: () => t('support.reason.duplicate'),
	'outside-programme': () => t('support.reason.outside-programme'),
	'against-conduct': () => t('support.reason.against-conduct'),
	other: () => t('support.reason.other'),
};

export function reasonText(reason: string): string {
	return (texts[reason] ?? (() => t('support.reason.other')))();
}
