// Pages that show their form only to somebody on the way: with a letter in hand, after a search, before the desk.
import type { RunningPlatform } from '../../world/running-platform.ts';
import { passPhrase, tokenInLetterTo } from '../../world/signing-in.ts';
import { aVisitor, signedInAs, type Visiting } from '../../world/visiting.ts';
import type { Where } from './harvest.ts';
import type { Stage } from '../stage.ts';

export async function pagesOnTheWay(platform: RunningPlatform, stage: Stage): Promise<Where[]> {
	const { here } = stage.places;
	const today = new Date().toISOString().slice(0, 10);
	const [joining, forgetful] = [aVisitor(platform), aVisitor(platform)];
	const email = 'newcomer@school.example';
	const joins = { name: 'Newcomer', email, password: passPhrase, country: 'PT' };
	await joining.send('/en/join?/join', joins);
	await forgetful.send('/en/password?/ask', { email: 'freja@school.example' });
	const letter = (to: string) => tokenInLetterTo(platform.as({ kind: 'system' }), to);
	const mette = await withTwoAddresses(platform, await signedInAs(platform, 'mette'));
	return [
		{ role: 'visitor', page: '/en/join/written', browser: joining },
		{ role: 'visitor', page: `/en/confirm/${await letter(email)}`, browser: joining },
		{ role: 'visitor', page: `/en/password/${await letter('freja@school.example')}`, browser: forgetful },
		{ role: 'pending', page: '/en/me/desk', browser: mette },
		{ role: 'pending', page: '/en/me/security', browser: mette },
		{ role: 'pending', page: '/en/me/security/addresses', browser: mette },
		{
			role: 'pending',
			page: `/en/me/security/addresses/${await letter('mette-3@school.example')}`,
			browser: mette,
		},
		{ role: 'pending', page: '/en/me/school?country=EE&text=Tartu' },
		{ role: 'founder', page: `/en/me/classes/${here.class}?number=2` },
		{ role: 'central', page: `/en/desk/settings?kind=every&remind=3&escalate=6&since=${today}` },
		{ role: 'officer-here', page: `/en/desk/register/imports/${here.checkedImport}` },
		{ role: 'officer-here', page: `/en/desk/register/imports/${here.appliedImport}` },
		{ role: 'founder', page: `/en/me/classes/${here.classEnded}` },
	];
}

/** Signed in twice, with a second address, and a third whose letter is not opened. */
async function withTwoAddresses(platform: RunningPlatform, mette: Visiting): Promise<Visiting> {
	const elsewhere = aVisitor(platform);
	await elsewhere.send('/en/sign-in?/enter', { email: 'mette@school.example', password: passPhrase });
	const addresses = '/en/me/security/addresses';
	for (const email of ['mette-2@school.example', 'mette-3@school.example'])
		await mette.send(`${addresses}?/add`, { email });
	const token = await tokenInLetterTo(platform.as({ kind: 'system' }), 'mette-2@school.example');
	await mette.send(`${addresses}/${token}?/confirm`, {});
	return mette;
}
