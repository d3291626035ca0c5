/** Messages as safety knows them: whoever got one may report it. */
import { reasonsAmongAdults, type Reportable } from '#domain/safety';
import { validatedAffiliations } from '#domain/people';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { demand } from '../abilities.ts';
import { me } from '../read-contacts.ts';
import { messageFor, removeMessage } from './mailbox.sql.ts';
import type { Message, MessageId } from './message.ts';

/** A message that somebody wrote to me. */
export async function reportableMessage(ctx: Context, id: MessageId): Promise<Message> {
	demand(ctx, 'contacts.write');
	const message = isId(id) ? await messageFor(ctx, me(ctx), id) : undefined;
	if (message?.to !== me(ctx)) throw new NotFound('message');
	return message;
}

/** Read by two people only: it falls to the moderators of the writer's country, and stays in sight meanwhile. */
export const messageKind: Reportable = {
	outcomes: ['kept', 'removed'],
	reasons: reasonsAmongAdults,
	hidesAtOnce: false,
	async reach(ctx, id) {
		const message = await reportableMessage(ctx, id);
		const [place] = await validatedAffiliations(ctx, message.from);
		return {
			room: null,
			author: { person: message.from },
			school: place?.school ?? null,
			byPupil: false,
			isMine: false,
			evidence: { title: message.about?.title ?? '', words: message.words, locale: message.locale },
		};
	},
	settled: (ctx, id, { outcome }) => removeMessage(ctx, id, outcome === 'removed'),
};
