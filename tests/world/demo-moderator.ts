// In the demo, somebody who moderates for Denmark's support organisation, and a first thing that waits for them.
import { makeLogin } from '#domain/people';
import { reportThing } from '#domain/safety';
import { giveOffice } from '#domain/support';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { people, teacher } from './index.ts';
import { must } from './must.ts';

export const demoModerator = { name: 'Karen Holm', country: 'DK', email: 'karen@example.org' } as const;

/** Gives somebody the login and the office, and lets a partner post of Denmark be reported. Returns who it is. */
export async function addDemoModerator(ctx: Context, password: string): Promise<PersonId> {
	const { name, country, email } = demoModerator;
	const person = await makeLogin(ctx, { person: { name, country, locale: 'en' }, email, password });
	const organisation = await ctx.db
		.selectFrom('support.organisation')
		.select('id')
		.where('country', '=', country)
		.executeTakeFirstOrThrow();
	await giveOffice(ctx, { person, organisation: organisation.id, kind: 'moderator' });
	const post = await ctx.db
		.selectFrom('partner_finding.post')
		.select('id')
		.where('person_id', '=', people.freja.id)
		.executeTakeFirstOrThrow();
	must(
		await reportThing(
			{ ...ctx, actor: teacher('ines') },
			{
				kind: 'partner-post',
				thing: post.id,
				reason: 'mass',
				words: 'I think I have read the same words in three other places.',
			},
		),
	);
	return person;
}
