// Promise: a resumable upload, synced to the disk and checked, goes at a fair share of the speed at which the same bytes
// are copied and synced. Sent over HTTP in pieces of 8 MB to a running platform, as a browser sends them.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { launchPlatform } from '../tests/world/processes.ts';
import { signIn } from './sign-in.ts';
import { benchWorld } from './world.ts';

const megabytes = Number(process.env['MEGABYTES'] ?? 200);
const piece = 8_000_000;
const rounds = 3;

const world = await benchWorld();
const platform = await launchPlatform(world.connection);
const folder = mkdtempSync(join(tmpdir(), 'upload-'));
try {
	const cookie = await signIn(platform.url, world.account);
	const space = await spaceOf(world.project);
	const copied: number[] = [];
	const sent: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const bytes = randomBytes(megabytes * 1_000_000);
		bytes.write('%PDF-1.7');
		copied.push(megabytes / (await seconds(() => copy(bytes))));
		sent.push(megabytes / (await seconds(() => send(bytes, cookie, space))));
	}
	const [copy_mb_s, upload_mb_s] = [median(copied), median(sent)];
	console.log(`${megabytes} MB, ${rounds} times: copied ${copy_mb_s} MB/s, sent ${upload_mb_s} MB/s`);
	console.log(JSON.stringify({ megabytes, copy_mb_s, upload_mb_s, share: upload_mb_s / copy_mb_s }));
} finally {
	rmSync(folder, { recursive: true, force: true });
	await platform.stop();
	await world.stop();
}

async function seconds(work: () => Promise<void>): Promise<number> {
	const began = performance.now();
	await work();
	return (performance.now() - began) / 1000;
}

/** Read from the disk and written to it again, until it is there. */
async function copy(bytes: Buffer): Promise<void> {
	const [from, to] = [join(folder, 'from'), join(folder, 'to')];
	await writeFile(from, bytes);
	await writeFile(to, await readFile(from));
	const handle = await open(to, 'r');
	await handle.sync();
	await handle.close();
}

async function send(bytes: Buffer, cookie: string, owner: string): Promise<void> {
	const headers = { origin: platform.url, cookie, 'tus-resumable': '1.0.0' };
	const text = (value: string) => Buffer.from(value).toString('base64');
	const metadata = `purpose ${text('material')},owner ${text(owner)},name ${text('river.pdf')}`;
	const begun = await fetch(`${platform.url}/uploads/tus`, {
		method: 'POST',
		headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
	});
	const upload = new URL(begun.headers.get('location') ?? '', platform.url);
	if (begun.status !== 201)
		throw new Error(`the upload was not begun: ${begun.status} ${await begun.text()}`);
	for (let offset = 0; offset < bytes.length; offset += piece) {
		const answer = await fetch(upload, {
			method: 'PATCH',
			headers: {
				...headers,
				'upload-offset': String(offset),
				'content-type': 'application/offset+octet-stream',
			},
			body: new Uint8Array(bytes.subarray(offset, offset + piece)),
		});
		if (answer.status !== 204) throw new Error(`a piece was not taken: ${answer.status}`);
	}
}

/** Room for all rounds is made as the operator would make it. */
async function spaceOf(project: string): Promise<string> {
	const client = new pg.Client(world.connection);
	await client.connect();
	await client.query(
		"insert into spaces_materials.allowance values (now() - interval '1 minute', 2000000000, 20000000000)",
	);
	const found = await client.query<{ space_id: string }>(
		`select space_id from twinspaces.twinspace join projects.project on id = project_id where short_id = $1`,
		[project.slice(-8)],
	);
	await client.end();
	return found.rows[0]?.space_id ?? '';
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
