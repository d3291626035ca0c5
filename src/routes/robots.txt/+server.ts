/** What search engines may read: what is public and worth finding; nothing at all of a trial. */
import { publicAddress } from '#platform/addresses';
import { readConfig } from '#platform/config';
import type { RequestHandler } from './$types';

const doors = ['sign-in', 'password', 'pupil', 'reports', 'invited', 'head'];

export const GET: RequestHandler = () => {
	const lines =
		readConfig().mode === 'trial'
			? ['User-agent: *', 'Disallow: /']
			: [
					'User-agent: *',
					...doors.map((door) => `Disallow: /*/${door}`),
					`Sitemap: ${publicAddress('/sitemap.xml')}`,
				];
	return new Response(`${lines.join('\n')}\n`, { headers: { 'cache-control': 'public, max-age=3600' } });
};
