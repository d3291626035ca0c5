// What the platform adds where people come over https, behind a proxy that holds the certificate.
import { request, type IncomingHttpHeaders } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { allParts } from '../../src/server/parts.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { passPhrase, withLogin } from '../world/signing-in.ts';
import { aForm } from '../world/visiting.ts';

const host = 'etwinning.school.example';
const origin = `https://${host}`;
const platform = runningPlatform({
	environment: {
		PUBLIC_URL: origin,
		HOST: '127.0.0.1',
		SMTP_URL: 'smtp://127.0.0.1:9',
		OPERATOR_NAME: 'A school authority',
		OPERATOR_MAIL: 'platform@school.example',
	},
});

beforeAll(() => compose(allParts));

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders };

/** Asks as the proxy does: at the port, in the name of the host; perhaps with a form from a page of this origin. */
function ask(path: string, form?: URLSearchParams, from = origin): Promise<Answer> {
	const sending = { origin: from, 'content-type': 'application/x-www-form-urlencoded' };
	const headers = { host, accept: 'text/html', ...(form ? sending : {}) };
	const method = form ? 'POST' : 'GET';
	return new Promise((done, failed) => {
		const asked = request({ hostname: '127.0.0.1', port: platform.port, path, method, headers }, (answer) => {
			answer.resume();
			answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers }));
		});
		asked.on('error', failed);
		asked.end(form?.toString());
	});
}

test('every answer tells browsers to come by https only, for two years', async () => {
	for (const path of ['/en', '/en/nothing-here', '/en/mailbox', '/healthz', '/robots.txt'])
		expect((await ask(path)).headers['strict-transport-security'], path).toBe(
			'max-age=63072000; includeSubDomains',
		);
});

test('the cookie of a session belongs to this host and https alone, and no script reads it', async () => {
	const { email } = await withLogin(platform.as(system), 'ines');
	const answer = await ask('/en/sign-in?/enter', aForm({ email, password: passPhrase }));
	expect(answer.status).toBe(303);
	const cookies = answer.headers['set-cookie'] ?? [];
	expect(cookies.length).toBeGreaterThan(0);
	for (const cookie of cookies) {
		expect(cookie).toMatch(/^__Host-[a-z-]+=/);
		expect(cookie).toMatch(/; *Secure/i);
		expect(cookie).toMatch(/; *HttpOnly/i);
		expect(cookie).toMatch(/; *SameSite=Lax/i);
		expect(cookie).toMatch(/; *Path=\/(;|$)/i);
		expect(cookie).not.toMatch(/; *Domain=/i);
	}
});

test('a form that a page of plain http sends is refused', async () => {
	const form = aForm({ email: 'ines@school.example', password: passPhrase });
	expect((await ask('/en/sign-in?/enter', form, `http://${host}`)).status).toBe(403);
});
