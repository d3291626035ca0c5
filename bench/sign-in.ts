// Signs a teacher in over HTTP, as a browser without JavaScript would, and gives back the cookie.

/** The cookie of a fresh session. */
export async function signIn(url: string, account: { email: string; password: string }): Promise<string> {
	const page = await (await fetch(`${url}/en/sign-in`)).text();
	const key = /name="form-key" value="([^"]+)"/.exec(page)?.[1];
	if (!key) throw new Error('the sign-in page has no form');
	const answer = await fetch(`${url}/en/sign-in?/enter`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: url, accept: 'text/html' },
		body: new URLSearchParams({ 'form-key': key, ...account }),
	});
	const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
	if (answer.status !== 303 || !cookie) throw new Error(`signing in answered ${answer.status}`);
	return cookie;
}
