/** Where a browser finds the texts of each language; the build (scripts/vite-messages.ts) fills this in. */
import type { Message } from '#shared/message-format';

export type Texts = Readonly<Record<string, Message>>;

/** Loads the one file of a language; empty on the server, which reads the message files themselves. */
export const messageFiles: Readonly<Record<string, () => Promise<{ readonly default: Texts }>>> = {};
