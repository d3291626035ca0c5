import type { Context } from '#platform/context';
import type { Locale } from '#shared/locales';
import type { SendAgain } from './hooks/send-again.ts';

declare global {
	namespace App {
		interface Error {
			status: number;
			message: string;
			/** What the reader can do: a family of messages, `ui.error.<code>`. */
			code?: string;
			/** Under which a log line of this failure is found. */
			id?: string | undefined;
			/** The form that was not answered. */
			sendAgain?: SendAgain | undefined;
			/** Where the reader was going, when a page was refused before it began. */
			address?: string;
		}
		interface Locals {
			/** The context of this request; every use case and read takes it. */
			ctx: Context;
			locale: Locale;
			/** Network address of the client, as server.ts vouches for it. */
			client: string;
			/** The form of this request, as long as it is not answered. */
			sendAgain?: () => Promise<SendAgain | undefined>;
			/** Whom the page may frame, for what stands on it and is loaded by a click. */
			frames?: readonly string[];
			/** How the frame names a signed-in person. */
			me: { readonly name: string; readonly detail?: string } | undefined;
		}
	}
}
