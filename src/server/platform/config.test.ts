import { describe, expect, test } from 'vitest';
import { ConfigError, hostsOf, originsOf, readConfig } from './config.ts';

function complaintsAbout(environment: Record<string, string>): readonly string[] {
	try {
		readConfig(environment);
		return [];
	} catch (error) {
		return error instanceof ConfigError ? error.sentences : [String(error)];
	}
}

describe('an installation without settings', () => {
	test('is a trial on the own machine', () => {
		const config = readConfig({});
		expect(config.mode).toBe('trial');
		expect(config.publicUrl.href).toBe('http://localhost:3000/');
		expect(config.listenOn).toBe('localhost');
		expect(config.dataFolder).toMatch(/\/\.data$/);
		expect(config.secretFile).toBe(`${config.dataFolder}/secret`);
	});

	test('answers under the three names of the own machine, with the port', () => {
		expect([...hostsOf(readConfig({ PORT: '8080' }))]).toEqual([
			'localhost:8080',
			'127.0.0.1:8080',
			'[::1]:8080',
		]);
	});
});

test.each(['http://localhost:8080', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
	'%s is a trial',
	(address) => {
		expect(readConfig({ PUBLIC_URL: address }).mode).toBe('trial');
	},
);

test('a real address is production, with this one host and every network address to listen on', () => {
	const config = readConfig({ PUBLIC_URL: 'https://twinning.example.org' });
	expect(config.mode).toBe('production');
	expect([...hostsOf(config)]).toEqual(['twinning.example.org']);
	expect([...originsOf(config)]).toEqual(['https://twinning.example.org']);
	expect(config.listenOn).toBeUndefined();
});

test('production without https needs the operator to say that the network is trusted', () => {
	expect(complaintsAbout({ PUBLIC_URL: 'http://school.lan' })[0]).toContain('OPENTWINNING_INSECURE=1');
	expect(readConfig({ PUBLIC_URL: 'http://school.lan', OPENTWINNING_INSECURE: '1' }).insecure).toBe(true);
});

test.each([
	['PORT', 'eighty', 'PORT=3000'],
	['PORT', '70000', 'PORT=3000'],
	['PUBLIC_URL', 'twinning.example.org', 'https://'],
	['PUBLIC_URL', 'ftp://twinning.example.org', 'https://'],
	['PUBLIC_URL', 'https://example.org/twinning', 'leave away'],
	['HOST', 'somewhere', 'HOST=0.0.0.0'],
	['DATABASE_URL', 'mysql://x@y/z', 'postgres://'],
	['SMTP_URL', 'mail.example.org', 'smtps://'],
	['FILES_URL', 'http://localhost:3000', 'a host of its own'],
	['TRUSTED_PROXIES', '10.0.0.0/99', '192.168.0.0/16'],
	['TRUSTED_PROXIES', 'nginx', '192.168.0.0/16'],
	['OPENTWINNING_INSECURE', 'yes', 'set it to 1'],
	['OPERATOR_NAME', 'two\nlines', 'one line'],
	['OPERATOR_MAIL', 'Privacy <privacy@example.org>', 'one plain address'],
])('%s=%s is refused with a sentence that says how to mend it', (name, value, mend) => {
	const complaints = complaintsAbout({ [name]: value });
	expect(complaints).toHaveLength(1);
	expect(complaints[0]).toContain(name);
	expect(complaints[0]).toContain(mend);
});

test('a password in a wrong address is not repeated', () => {
	expect(complaintsAbout({ DATABASE_URL: 'mysql://owner:hunter2@db/x' }).join()).not.toContain('hunter2');
});

test('all that is wrong is said at once', () => {
	expect(complaintsAbout({ PORT: 'x', PUBLIC_URL: 'y', SMTP_URL: 'z' })).toHaveLength(3);
});
