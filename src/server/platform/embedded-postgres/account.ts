// PostgreSQL refuses to run as root: which account of the machine it runs as, and what that account can reach.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** An account of the machine to which a root process drops; absent where we are not root. */
export interface Account {
	readonly uid: number;
	readonly gid: number;
}

/** The account that must own the cluster, or undefined when the current one may run PostgreSQL itself. */
export function accountFor(cluster: string): Account | undefined {
	if (process.getuid?.() !== 0) return undefined;
	if (existsSync(cluster)) {
		// A cluster runs only as its owner, for instance the person who first started it without root.
		const { uid, gid } = statSync(cluster);
		if (uid !== 0) return { uid, gid };
	}
	return existingAccount() ?? makeAccount();
}

/** Whether the account can run the program and write into the folder. */
export function reaches(account: Account | undefined, program: string, folder: string): boolean {
	const script = 'test -x "$1" && test -w "$2" && cd "$2"';
	const tried = spawnSync('/bin/sh', ['-c', script, 'sh', program, folder], {
		...account,
		cwd: '/',
		stdio: 'ignore',
	});
	return tried.status === 0;
}

function existingAccount(): Account | undefined {
	const ask = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
	const [user, group] = [ask('-u'), ask('-g')];
	if (user.status !== 0 || group.status !== 0) return undefined;
	return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

function makeAccount(): Account {
	const attempts: [string, string[]][] = [
		['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']],
		['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']],
	];
	for (const [program, args] of attempts) {
		if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) continue;
		const made = existingAccount();
		if (made !== undefined) return made;
	}
	throw new Error(
		'PostgreSQL does not run as root, and the account "postgres" could not be made. ' +
			'Start the platform as an ordinary user, or set DATABASE_URL.',
	);
}
