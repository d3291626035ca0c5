// Where the cluster of a data folder lives and which account runs it.
import { createHash } from 'node:crypto';
import {
	chmodSync,
	chownSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { accountFor, reaches, type Account } from './account.ts';
import { copyBinaries, installedBinaries, programOf, type Binaries } from './binaries.ts';
import { readNote, writeNote } from './note.ts';
import { stopServerOf } from './running-server.ts';

/** Everything that must be known to run the server of one data folder. */
export interface Place {
	readonly dataFolder: string;
	readonly home: string;
	readonly cluster: string;
	readonly binaries: Binaries;
	readonly account: Account | undefined;
}

/** Says one sentence to the person who started the platform. */
export type Say = (sentence: string) => void;

const homesOfOthers = '/var/lib/opentwinning';
/** Linux allows 107 bytes, macOS 103, and the socket's own name takes 14 of them. */
const longestSocketFolder = 88;
const socketFoldersInTmp = '/tmp/opentwinning-';

/** Chooses the place: the data folder, or one of its own where PostgreSQL's account cannot reach that. */
export async function choosePlace(dataFolder: string, say: Say): Promise<Place> {
	const isRoot = process.getuid?.() === 0;
	// Root's data folder lets PostgreSQL's account pass through to its own folder, but not look around.
	mkdirSync(dataFolder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
	const binaries = installedBinaries();
	const note = readNote(dataFolder);
	const near = placeIn(dataFolder, dataFolder, binaries);
	const place =
		note.home === dataFolder && isWithinReach(near)
			? near
			: await placeApart(dataFolder, note.id, binaries, say);
	writeNote(dataFolder, { ...note, home: place.home });
	return place;
}

/** Makes a folder that belongs to the account alone. */
export function makeOwnFolder(folder: string, account: Account | undefined): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (account !== undefined) chownSync(folder, account.uid, account.gid);
	chmodSync(folder, 0o700);
}

/** A folder for the socket: in the home where its path is short and plain enough, else one in /tmp. */
export function makeSocketFolder(place: Place, lastTime: string | undefined): string {
	const near = join(place.home, 'run');
	const fits = Buffer.byteLength(near) <= longestSocketFolder && /^[\w./ -]+$/.test(near);
	// After a crash the running processes still look for the socket where it was.
	const far = () => (isOursInTmp(lastTime) ? lastTime : mkdtempSync(socketFoldersInTmp));
	const folder = fits ? near : far();
	makeOwnFolder(folder, place.account);
	return folder;
}

/** Removes the folder of the socket where it is one in /tmp. */
export function removeSocketFolder(folder: string | undefined): void {
	if (isOursInTmp(folder)) rmSync(folder, { recursive: true, force: true });
}

// Anyone may write to /tmp: a folder that another account has put there in place of ours is not used.
function isOursInTmp(folder: string | undefined): folder is string {
	if (!folder?.startsWith(socketFoldersInTmp)) return false;
	const found = lstatSync(folder, { throwIfNoEntry: false });
	return found?.isDirectory() === true && (found.mode & 0o077) === 0 && isRootOr(found.uid);
}

function isRootOr(owner: number): boolean {
	return process.getuid?.() === 0 || process.getuid?.() === owner;
}

function placeIn(home: string, dataFolder: string, binaries: Binaries): Place {
	const cluster = join(home, 'postgres');
	return { dataFolder, home, cluster, binaries, account: accountFor(cluster) };
}

function isWithinReach(place: Place): boolean {
	if (place.account === undefined) return true;
	const isNew = !existsSync(place.cluster);
	if (isNew) makeOwnFolder(place.cluster, place.account);
	const within = reaches(place.account, programOf(place.binaries, 'postgres'), place.cluster);
	if (isNew && !within) rmdirSync(place.cluster);
	return within;
}

async function placeApart(dataFolder: string, id: string, binaries: Binaries, say: Say): Promise<Place> {
	const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
	const home = join(homesOfOthers, hash);
	await setAsideWhatIsNotOurs(home, id, say);
	mkdirSync(home, { recursive: true, mode: 0o755 });
	writeFileSync(join(home, 'id'), id);
	const place = placeIn(home, dataFolder, copyBinaries(binaries, home));
	makeOwnFolder(place.cluster, place.account);
	say(`PostgreSQL's account cannot reach ${dirname(dataFolder)}, so the database is kept in ${home}.`);
	return place;
}

// A data folder that was deleted leaves its cluster here; a new one of the same path must not inherit it.
async function setAsideWhatIsNotOurs(home: string, id: string, say: Say): Promise<void> {
	const mark = join(home, 'id');
	const isOurs = existsSync(mark) && readFileSync(mark, 'utf8') === id;
	if (isOurs || !existsSync(home) || readdirSync(home).length === 0) return;
	await stopServerOf(join(home, 'postgres'));
	const aside = `${home}-${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
	renameSync(home, aside);
	say(`A database of an earlier data folder of this path was found and set aside: ${aside}.`);
}
