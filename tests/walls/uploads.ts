// The doors for files beside the pages: who may begin, and who finds nothing there.
import type { RunningPlatform } from '../world/running-platform.ts';
import type { Role } from './cast.ts';
import { toUpload } from './expected.ts';
import type { Stage } from './stage.ts';

type Knock = {
	readonly door: 'tus:/uploads/form' | 'tus:/uploads/tus';
	readonly method: string;
	readonly path: string;
	readonly headers?: Record<string, string>;
	readonly body?: BodyInit;
	/** The answer to whoever may: a form without a file is told so, an upload begins. */
	readonly granted: number;
};

/** Knocks as this role in every way that the table names; answers what was not as it says. */
export async function knockAtUploads(platform: RunningPlatform, stage: Stage, role: Role): Promise<string[]> {
	const wrong: string[] = [];
	for (const knock of knocksAt(stage.places.here.page)) {
		const expected = toUpload(knock.door, knock.method, role);
		const status = await statusOf(platform, stage.cast[role].cookie(), knock);
		const wanted = expected === 200 ? knock.granted : expected;
		if (status !== wanted) wrong.push(`${knock.method} ${knock.path}: ${status}, not ${wanted}`);
	}
	return wrong;
}

function knocksAt(page: string): readonly Knock[] {
	const door = 'tus:/uploads/tus';
	const upload = `/uploads/tus/${'0'.repeat(32)}`;
	const tus = { 'tus-resumable': '1.0.0' };
	const part = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
	const empty = new FormData();
	empty.set('back', '/en');
	const begin = { ...tus, 'upload-length': '10', 'upload-metadata': metadataFor(page) };
	return [
		{
			door: 'tus:/uploads/form',
			method: 'POST',
			path: `/uploads/form/page-picture/${page}`,
			body: empty,
			granted: 400,
		},
		{ door, method: 'POST', path: '/uploads/tus', headers: begin, granted: 201 },
		{ door, method: 'HEAD', path: upload, headers: tus, granted: 200 },
		{ door, method: 'PATCH', path: upload, headers: { ...tus, ...part }, body: 'abc', granted: 204 },
		{ door, method: 'DELETE', path: upload, headers: tus, granted: 204 },
		{ door, method: 'GET', path: upload, granted: 200 },
	];
}

function metadataFor(page: string): string {
	const text = (value: string) => Buffer.from(value).toString('base64');
	return `purpose ${text('page-picture')},owner ${text(page)},name ${text('river.png')}`;
}

async function statusOf({ url }: RunningPlatform, cookie: string, knock: Knock): Promise<number> {
	const { method, path, headers = {}, body } = knock;
	const answer = await fetch(url + path, {
		method,
		redirect: 'manual',
		headers: { origin: url, ...(cookie !== '' && { cookie }), ...headers },
		...(body !== undefined && { body }),
	});
	await answer.arrayBuffer();
	return answer.status;
}
