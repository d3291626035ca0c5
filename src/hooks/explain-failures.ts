/** What fails before a page begins is explained in the reader's frame, and so is a database that hangs. */
import { isHttpError, isRedirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { newId } from '#platform/ids';
import { statusOf } from '../server/processes/status-of.ts';
import { web } from '../server/processes/web.ts';
import { isRefusal, refuse } from './refuse.ts';
import { keepSent } from './send-again.ts';

/** To stand after the step that chooses the language. */
export const explainFailures: Handle = async ({ event, resolve }) => {
	if (isRefusal(event.route.id)) return resolve(event);
	event.locals.sendAgain = keepSent(event);
	try {
		return await web().pulse.whileItAnswers(async () => resolve(event));
	} catch (error) {
		if (isRedirect(error) || isHttpError(error)) throw error;
		const status = statusOf(error);
		if (status !== 500) return refuse(event, status);
		const id = newId();
		web().log.error({ id, err: error, route: event.route.id }, 'request failed');
		return refuse(event, status, { id });
	}
};
