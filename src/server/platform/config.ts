// What the person who runs an installation can set, read from the environment and checked with sentences that help.
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { ClientConfig } from 'pg';
import { isMailAddress } from './mail-address.ts';

/** A trial runs on the own machine with the demo world; production serves real schools. */
export type Mode = 'trial' | 'production';

/** Every setting of an installation, checked. */
export interface Config {
	readonly mode: Mode;
	/** The one address people use; has no path. In a trial without PUBLIC_URL it follows the port. */
	readonly publicUrl: URL;
	/** Whether PUBLIC_URL was given; when not, the port that is really listened on decides the address. */
	readonly publicUrlGiven: boolean;
	readonly port: number;
	/** The network address to listen on: the own machine only in a trial, unless HOST says otherwise. */
	readonly listenOn: string | undefined;
	readonly dataFolder: string;
	readonly databaseUrl: string | undefined;
	/** Off behind a pooler that mixes up named statements, such as pgbouncer before 1.21. */
	readonly namesStatements: boolean;
	readonly smtpUrl: string | undefined;
	/** Where letters are answered; without it they are not. */
	readonly answerMail: AnswerMail | undefined;
	readonly filesUrl: URL | undefined;
	readonly secretFile: string;
	/** Addresses of reverse proxies whose X-Forwarded-For is believed. */
	readonly trustedProxies: BlockList;
	/** The header in which a trusted proxy tells the country of a client; small letters. */
	readonly countryHeader: string | undefined;
	/** The file that names the providers through which people sign in. */
	readonly providersFile: string | undefined;
	/** Where the virus scanner clamd listens; without it files are not scanned. */
	readonly clamd: URL | undefined;
	/** Plain http on a network that is trusted as a whole, such as one classroom. */
	readonly insecure: boolean;
	/** Who answers for the installation, as the pages on privacy and accessibility say it. */
	readonly operator: Operator;
}

/** The domain whose mail comes to the platform's own small mail door, and the port at which that listens. */
export interface AnswerMail {
	readonly domain: string;
	readonly port: number;
}

/** Whom people may ask. In a trial nobody has to be named. */
export interface Operator {
	readonly name: string | undefined;
	readonly mail: string | undefined;
}

/** Settings that cannot work; each sentence says what is wrong and how to mend it. */
export class ConfigError extends Error {
	readonly sentences: readonly string[];
	constructor(sentences: readonly string[]) {
		super(sentences.join('\n'));
		this.name = 'ConfigError';
		this.sentences = sentences;
	}
}

type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (sentence: string) => void;

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads and checks every setting; throws one ConfigError with all that is wrong. */
export function readConfig(environment: Environment = process.env): Config {
	const complaints: string[] = [];
	const complain: Complain = (sentence) => complaints.push(sentence);
	const value = (name: string) => environment[name]?.trim() || undefined;

	const port = readPort(value('PORT'), complain);
	const given = readAddress('PUBLIC_URL', value('PUBLIC_URL'), complain);
	const publicUrl = given ?? new URL(`http://localhost:${port}`);
	const mode: Mode = loopbackNames.has(publicUrl.hostname) ? 'trial' : 'production';
	const insecure = readSwitch('OPENTWINNING_INSECURE', value('OPENTWINNING_INSECURE'), complain);
	demandHttps(publicUrl, mode, insecure, complain);
	const dataFolder = resolve(value('OPENTWINNING_DATA') ?? '.data');
	const secretFile = value('OPENTWINNING_SECRET_FILE');

	const config: Config = {
		mode,
		publicUrl,
		publicUrlGiven: given !== undefined,
		port,
		listenOn: readListenOn(value('HOST'), mode, complain),
		dataFolder,
		databaseUrl: readScheme(
			'DATABASE_URL',
			value('DATABASE_URL'),
			['postgres:', 'postgresql:'],
			'postgres://name:password@host:5432/database',
			complain,
		),
		namesStatements: !readSwitch('DATABASE_OLD_POOLER', value('DATABASE_OLD_POOLER'), complain),
		smtpUrl: readScheme(
			'SMTP_URL',
			value('SMTP_URL'),
			['smtp:', 'smtps:'],
			'smtps://name:password@mail.example.org:465',
			complain,
		),
		answerMail: readAnswerMail(value('ANSWER_MAIL_DOMAIN'), value('ANSWER_MAIL_PORT'), complain),
		filesUrl: readFilesUrl(value('FILES_URL'), publicUrl, complain),
		secretFile: secretFile === undefined ? join(dataFolder, 'secret') : resolve(secretFile),
		trustedProxies: readProxies(value('TRUSTED_PROXIES'), complain),
		countryHeader: readHeaderName(value('COUNTRY_HEADER'), complain),
		providersFile: readProviders(value('SIGN_IN_PROVIDERS'), complain),
		clamd: readClamd(value('CLAMD_ADDRESS'), complain),
		insecure,
		operator: {
			name: readOperatorName(value('OPERATOR_NAME'), complain),
			mail: readOperatorMail(value('OPERATOR_MAIL'), complain),
		},
	};
	if (complaints.length > 0) throw new ConfigError(complaints);
	return config;
}

/** The hosts (with port, as browsers send them) that this installation answers to. */
export function hostsOf(config: Config): ReadonlySet<string> {
	if (config.mode === 'production') return new Set([config.publicUrl.host]);
	const port = config.publicUrl.port === '' ? '' : `:${config.publicUrl.port}`;
	return new Set([...loopbackNames].map((name) => `${name}${port}`));
}

/** The origins from which a browser may send forms: the hosts under the protocol of PUBLIC_URL. */
export function originsOf(config: Config): ReadonlySet<string> {
	return new Set([...hostsOf(config)].map((host) => `${config.publicUrl.protocol}//${host}`));
}

/** Where the running embedded database left its connection settings. */
export function databaseNoteOf(dataFolder: string): string {
	return join(dataFolder, 'postgres.json');
}

/** Connection settings of the owner of the database: DATABASE_URL, or the embedded one that runs on the data folder. */
export function databaseOf(config: Config): ClientConfig {
	if (config.databaseUrl !== undefined) return { connectionString: config.databaseUrl };
	try {
		const note = JSON.parse(readFileSync(databaseNoteOf(config.dataFolder), 'utf8')) as {
			connection: ClientConfig;
		};
		return note.connection;
	} catch (cause) {
		throw new Error(
			`No database runs on ${config.dataFolder}. Start the platform with "npm start", or set DATABASE_URL.`,
			{ cause },
		);
	}
}

function readPort(text: string | undefined, complain: Complain): number {
	if (text === undefined) return 3000;
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= 65_535) return port;
	complain(`PORT is "${text}", but a port is a whole number from 1 to 65535, for example PORT=3000.`);
	return 3000;
}

function readAnswerMail(
	domain: string | undefined,
	port: string | undefined,
	complain: Complain,
): AnswerMail | undefined {
	if (domain === undefined) {
		if (port !== undefined)
			complain('ANSWER_MAIL_PORT does nothing without ANSWER_MAIL_DOMAIN: set both or none.');
		return undefined;
	}
	if (!isMailAddress(`answer@${domain}`))
		complain(
			`ANSWER_MAIL_DOMAIN is "${domain}": give the name of a domain, for example answers.example.org.`,
		);
	const number = Number(port ?? 2525);
	if (!Number.isInteger(number) || number < 0 || number > 65_535)
		complain(`ANSWER_MAIL_PORT is "${port}": a port is a whole number from 1 to 65535, for example 2525.`);
	return { domain: domain.toLowerCase(), port: number };
}

function readAddress(name: string, text: string | undefined, complain: Complain): URL | undefined {
	if (text === undefined) return undefined;
	const example = `for example ${name}=https://twinning.example.org`;
	if (!URL.canParse(text)) {
		complain(`${name} is "${text}", which is not an address: write it in full, ${example}.`);
		return undefined;
	}
	const url = new URL(text);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') {
		complain(`${name} begins with "${url.protocol}": it must begin with https://, ${example}.`);
		return undefined;
	}
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
		complain(`${name} is "${text}": leave away all that follows the host name, ${example}.`);
		return undefined;
	}
	return url;
}

function demandHttps(publicUrl: URL, mode: Mode, insecure: boolean, complain: Complain): void {
	if (mode === 'trial' || publicUrl.protocol === 'https:' || insecure) return;
	complain(
		`PUBLIC_URL is "${publicUrl.origin}": passwords would travel unprotected. Use https:// with a reverse proxy ` +
			'that holds the certificate, or set OPENTWINNING_INSECURE=1 on a network that you trust as a whole.',
	);
}

function readSwitch(name: string, text: string | undefined, complain: Complain): boolean {
	if (text === undefined || text === '0') return false;
	if (text !== '1') complain(`${name} is "${text}": set it to 1, or leave it away.`);
	return text === '1';
}

function readListenOn(text: string | undefined, mode: Mode, complain: Complain): string | undefined {
	if (text === undefined) return mode === 'trial' ? 'localhost' : undefined;
	if (text === 'localhost' || isIP(text) !== 0) return text;
	complain(
		`HOST is "${text}": give the network address to listen on, for example HOST=0.0.0.0, or leave it away.`,
	);
	return undefined;
}

function readScheme(
	name: string,
	text: string | undefined,
	protocols: readonly string[],
	example: string,
	complain: Complain,
): string | undefined {
	if (text === undefined) return undefined;
	// The value itself is not repeated: it holds a password.
	if (!URL.canParse(text)) complain(`${name} is not an address. It looks like ${example}.`);
	else if (!protocols.includes(new URL(text).protocol))
		complain(`${name} begins with "${new URL(text).protocol}". It looks like ${example}.`);
	return text;
}

function readFilesUrl(text: string | undefined, publicUrl: URL, complain: Complain): URL | undefined {
	const url = readAddress('FILES_URL', text, complain);
	if (url === undefined) return undefined;
	if (url.hostname === publicUrl.hostname)
		complain('FILES_URL names the same host as PUBLIC_URL: give it a host of its own, or leave it away.');
	if (url.protocol !== publicUrl.protocol)
		complain(`FILES_URL must begin with ${publicUrl.protocol}// like PUBLIC_URL.`);
	return url;
}

function readOperatorName(text: string | undefined, complain: Complain): string | undefined {
	if (text === undefined || (text.length <= 120 && !/[\p{Cc}\p{Cf}]/u.test(text))) return text;
	complain('OPERATOR_NAME is one line of at most 120 signs, for example "Ministry of Education, Lisbon".');
	return undefined;
}

function readOperatorMail(text: string | undefined, complain: Complain): string | undefined {
	if (text === undefined || isMailAddress(text)) return text;
	complain(`OPERATOR_MAIL is "${text}": give one plain address, for example privacy@example.org.`);
	return undefined;
}

/** Only that it is there and holds a list; what stands in it, `people` reads. */
function readProviders(text: string | undefined, complain: Complain): string | undefined {
	if (text === undefined) return undefined;
	const file = resolve(text);
	try {
		if (Array.isArray(JSON.parse(readFileSync(file, 'utf8')))) return file;
	} catch {
		// the sentence below says it
	}
	complain(
		`SIGN_IN_PROVIDERS is "${text}": name a readable JSON file with a list, as docs/operations shows it.`,
	);
	return undefined;
}

function readClamd(text: string | undefined, complain: Complain): URL | undefined {
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if ((url?.protocol === 'tcp:' && url.hostname !== '') || (url?.protocol === 'unix:' && url.pathname !== ''))
		return url;
	complain(
		`CLAMD_ADDRESS is "${text}": name where clamd listens, for example tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.`,
	);
	return undefined;
}

function readHeaderName(text: string | undefined, complain: Complain): string | undefined {
	if (text === undefined || /^[a-z][a-z0-9-]*$/i.test(text)) return text?.toLowerCase();
	complain(`COUNTRY_HEADER is "${text}": give the name of one header, for example X-Client-Country.`);
	return undefined;
}

function readProxies(text: string | undefined, complain: Complain): BlockList {
	const list = new BlockList();
	for (const entry of (text ?? '').split(',').map((part) => part.trim())) {
		if (entry === '') continue;
		const [address = '', bits, ...rest] = entry.split('/');
		const family = isIP(address);
		const width = family === 6 ? 128 : 32;
		const prefix = bits === undefined ? width : Number(bits);
		const sound = family !== 0 && rest.length === 0 && /^\d+$/.test(bits ?? '0') && prefix <= width;
		if (sound) list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
		else
			complain(
				`TRUSTED_PROXIES holds "${entry}": list addresses or networks, for example 10.0.0.1,192.168.0.0/16.`,
			);
	}
	return list;
}
