/** What happens in a browser before a page comes alive. */
import type { ClientInit } from '@sveltejs/kit/hooks';
import { loadMessages } from '#shared/messages-in-browser';

export const init: ClientInit = loadMessages;
