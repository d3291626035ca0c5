/** A page may frame exactly those providers whose things stand on it, and every other page nobody. */
import type { Handle } from '@sveltejs/kit/hooks';

export const frameEmbeds: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { frames } = event.locals;
	const policy = response.headers.get('content-security-policy');
	if (frames !== undefined && frames.length > 0 && policy !== null)
		response.headers.set('content-security-policy', `${policy}; frame-src ${frames.join(' ')}`);
	return response;
};
