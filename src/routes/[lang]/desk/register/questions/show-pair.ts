/** Two entries side by side: what stands at each, and what becomes of the other when one is kept. */
import { t } from '#messages/registers';
import { entryToJoin, type EntryToJoin } from '#domain/schools';
import type { QuestionView } from '#domain/schools/register';
import type { Context } from '#platform/context';
import { formatLine, formatPlace } from '#shared/format';

/** Nothing for questions that are not about two entries. */
export async function showPair(ctx: Context, question: QuestionView) {
	if (question.kind !== 'double' || !question.other) return undefined;
	const older = await entryToJoin(ctx, question.other.id);
	const newer = await entryToJoin(ctx, question.school.id);
	const codes = new Map([question.school, question.other].map((one) => [one.id, one.codes]));
	const option = ({ school, held }: EntryToJoin) => ({
		value: school.id,
		label: formatPlace([school.name, school.address, school.town], ctx.locale),
		note: formatLine(
			[
				codes.get(school.id) || t('registers.double.no-code'),
				t('registers.double.people', { count: held.people }),
				t('registers.double.classes', { count: held.classes }),
				t('registers.double.projects', { count: held.projects }),
			],
			ctx.locale,
		),
	});
	return { options: [option(older), option(newer)], usual: usualOf(older, newer) };
}

/** Where more of the work is; the older of two alike. */
function usualOf(older: EntryToJoin, newer: EntryToJoin): string {
	const weight = ({ held }: EntryToJoin) => held.people + held.classes + held.projects;
	return (weight(newer) > weight(older) ? newer : older).school.id;
}
