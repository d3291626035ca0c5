// Pages that show their form only to somebody on the way: with a letter in hand, after a search, before the desk.
import type { RunningPlatform } from '../../world/running-platform.ts';
import { passPhrase, tokenInLetterTo } from '../../world/signing-in.ts';
import { schools } from '../../world/names.ts';
import { aVisitor, givesCode, signedInAs, type Visiting } from '../../world/visiting.ts';
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
	const mette = await withAllDoors(platform, await signedInAs(platform, 'mette'));
	await stage.cast.colleague.send('/en/me/security/app?/begin', {});
	const evidence = new URLSearchParams({
		...{ head: 'shown', colleagues: 'shown', colleaguesNeeded: '2' },
		...{ colleagueAfterDays: '30', linkDays: '14', remindAfterDays: '5' },
	});
	const labels = new URLSearchParams({
		...{ applicationsAYear: '3', pointsNeeded: '15', pointsEach: '2', feedbackLeast: '50' },
	});
	const halfway = aVisitor(platform);
	await halfway.send('/en/sign-in?/enter', { email: 'mette@school.example', password: passPhrase });
	return [
		{ role: 'visitor', page: '/en/sign-in/code', browser: halfway },
		{ role: 'colleague', page: '/en/me/security/app' },
		{ role: 'visitor', page: '/en/join/written', browser: joining },
		{ role: 'visitor', page: `/en/confirm/${await letter(email)}`, browser: joining },
		{ role: 'visitor', page: `/en/password/${await letter('freja@school.example')}`, browser: forgetful },
		{ role: 'pending', page: '/en/me/desk', browser: mette },
		{ role: 'pending', page: '/en/me/security', browser: mette },
		{ role: 'pending', page: '/en/me/security/app', browser: mette },
		{ role: 'pending', page: '/en/me/security/codes', browser: mette },
		{ role: 'pending', page: '/en/me/security/passkeys', browser: mette },
		{ role: 'pending', page: '/en/me/security/addresses', browser: mette },
		{
			role: 'pending',
			page: `/en/me/security/addresses/${await letter('mette-3@school.example')}`,
			browser: mette,
		},
		{ role: 'pending', page: '/en/me/school?country=EE&text=Tartu' },
		{ role: 'founder', page: `/en/schools/${schools.skovbakke.id}/hint` },
		{ role: 'founder', page: `/en/me/classes/${here.class}?number=2` },
		{ role: 'central', page: `/en/desk/settings?kind=every&remind=3&escalate=6&since=${today}` },
		{ role: 'central', page: `/en/desk/settings/times?rule=notice&amount=6&since=${today}` },
		{ role: 'central', page: `/en/desk/settings/ages?country=TN&age=14&source=Law&since=${today}` },
		{ role: 'central', page: `/en/desk/settings/labels?${labels}&since=${today}` },
		{ role: 'central', page: `/en/desk/settings/evidence?${evidence}&since=${today}` },
		{ role: 'officer-here', page: `/en/desk/register/imports/${here.checkedImport}` },
		{ role: 'officer-here', page: `/en/desk/register/imports/${here.appliedImport}` },
		{ role: 'founder', page: `/en/me/classes/${here.classEnded}` },
	];
}

/** Signed in twice, with a passkey, a second address, and a third whose letter is not opened. */
async function withAllDoors(platform: RunningPlatform, mette: Visiting): Promise<Visiting> {
	const elsewhere = aVisitor(platform);
	const email = 'mette@school.example';
	await elsewhere.send('/en/sign-in?/enter', { email, password: passPhrase });
	await givesCode(platform, elsewhere, email);
	await givePasskey(platform, email);
	const addresses = '/en/me/security/addresses';
	for (const email of ['mette-2@school.example', 'mette-3@school.example'])
		await mette.send(`${addresses}?/add`, { email });
	const token = await tokenInLetterTo(platform.as({ kind: 'system' }), 'mette-2@school.example');
	await mette.send(`${addresses}/${token}?/confirm`, {});
	return mette;
}

/** A passkey whose device nobody has: its page shows it. */
async function givePasskey({ db }: RunningPlatform, email: string): Promise<void> {
	const { id } = await db
		.selectFrom('people.login')
		.select('id')
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	const passkey = { id: 'a-passkey', name: 'Phone', public_key: Buffer.of(0), sign_count: 0, transports: [] };
	await db
		.insertInto('people.passkey')
		.values({ ...passkey, login_id: id, made_at: new Date() })
		.execute();
}
