/** As soon as a place can be decided, those are asked who can say whether the person works there. */
import { schoolCards } from '#domain/schools';
import { asActor, type Context } from '#platform/context';
import { emit } from '#platform/events';
import { system } from '#shared/actor';
import { namesOf } from '../../persons.sql.ts';
import { isAddressOf } from '../../sign-in/addresses.sql.ts';
import { openCaseOf } from './case-of-place.ts';
import { validatedBefore, type EvidenceRule } from './evidence.ts';
import { colleaguesAt } from './evidence.sql.ts';
import { writeToSchool, type PlaceToConfirm } from './head-letters.ts';
import { mailboxToWriteTo } from './mailboxes.ts';

/** Colleagues who are told; the others find the question on their page as well. */
const colleaguesTold = 5;

/**
 * Writes to the school where its address is known, and tells colleagues, as the rule of the organisation says. Runs in
 * the transaction that states or corrects the place.
 */
export async function gatherEvidence(ctx: Context, place: PlaceToConfirm): Promise<void> {
	const open = await openCaseOf(ctx, place.id);
	if (!open) return;
	const { rule, organisation } = open;
	const mailbox = rule.head === 'off' ? undefined : await mailboxToWriteTo(ctx, place.school);
	// whoever signs in with the address of the school would confirm themself: an officer looks at it
	const isOwn = mailbox !== undefined && (await isAddressOf(ctx, place.person, mailbox.address));
	if (mailbox && !isOwn) await writeToSchool(ctx, { place, mailbox, rule, organisation });
	if (rule.colleagues !== 'off') await tellColleagues(ctx, place, rule);
}

async function tellColleagues(ctx: Context, place: PlaceToConfirm, rule: EvidenceRule): Promise<void> {
	const colleagues = await colleaguesAt(ctx, place.school, validatedBefore(rule, ctx.now));
	const to = colleagues.map(({ person }) => person).filter((person) => person !== place.person);
	if (to.length === 0) return;
	const name = (await namesOf(ctx, [place.person])).get(place.person) ?? '';
	const school = (await schoolCards(asActor(ctx, system), [place.school])).get(place.school)?.name ?? '';
	await emit(ctx, 'notice', {
		to: to.slice(0, colleaguesTold),
		kind: 'colleague-stated',
		params: { name, school },
		names: [place.person],
		path: '/me/colleagues',
	});
}
