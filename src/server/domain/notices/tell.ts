/** Writes what a person is told: a line in the platform and a letter, both in the person's own language. */
import type { Context } from '#platform/context';
import { localesOf } from '#domain/people';
import { queueMail } from '#platform/mail';
import { inLocale } from '#platform/messages';
import type { NoticeEvent } from './notice.ts';
import { letterText } from './texts.ts';
import { insertNotices } from './notices.sql.ts';

/** Runs in the transaction of what it tells. open-to-all: any part may tell anybody something. */
export async function tell(ctx: Context, event: NoticeEvent): Promise<void> {
	const receivers = await localesOf(ctx, event.to);
	await insertNotices(
		ctx,
		receivers.map((receiver) => receiver.person),
		event,
	);
	for (const receiver of receivers) {
		if (receiver.email === null) continue;
		const { subject, body } = inLocale(receiver.locale, () => letterText(event, receiver));
		const concerns = [receiver.person, ...(event.names ?? [])];
		await queueMail(ctx, { to: receiver.email, locale: receiver.locale, subject, body, concerns });
	}
}
