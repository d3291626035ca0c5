/** Where people look at what others reported, the page can do nothing at all: no script, and no request to anywhere else. */
import type { Handle } from '@sveltejs/kit/hooks';

const looking =
	/^\/\[lang\]\/(desk\/moderation|projects\/\[project\]\/twinspace\/reports|reports|me\/decisions)(\/|$)/;

const policy = [
	"default-src 'none'",
	"style-src 'self'",
	// drawn widths; never sheets
	"style-src-attr 'unsafe-inline'",
	"img-src 'self'",
	"font-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join('; ');

/** These pages ship no scripts anyway; with this a browser would not run one that slipped in. */
export const lookHarmlessly: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (event.route.id !== null && looking.test(event.route.id))
		response.headers.set('content-security-policy', policy);
	return response;
};
