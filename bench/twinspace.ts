// Promise: a member's page of 40 posts costs at most three times the processor time of a bare server with the same
// statements and the same bytes, in the same run. Beside it, how many of these pages 16 members get in a second, and
// how many replies they write, each durable before it is answered.
import { FORM_KEY } from '#shared/form';
import type { Platform } from '../tests/world/processes.ts';
import { againstBare } from './against-bare.ts';
import { askClosed, percentile } from './load.ts';
import { processorTimeOf, rounded } from './measure.ts';
import { benchWorld } from './world.ts';

const rounds = 9;
const members = 16;
const pagesAsked = 2_000;
/** A member writes no more within an hour, and twenty posts of theirs are on the page. */
const repliesWritten = 32;

const world = await benchWorld();
const path = `/en/projects/${world.project}/twinspace/updates`;

try {
	const page = { name: 'page', path, limit: 3, signedIn: true };
	const { result, isKept } = await againstBare(world, [page], rounds, async (platform, cookie) => ({
		...(await reading(platform, cookie)),
		...(await replying(platform, cookie)),
	}));
	console.log(JSON.stringify(result));
	if (!isKept) process.exitCode = 1;
} finally {
	await world.stop();
}

async function reading({ url }: Platform, cookie: string): Promise<Record<string, number>> {
	const paths = Array.from({ length: pagesAsked }, () => path);
	const { times, seconds } = await askClosed({ url, paths, headers: { cookie } }, members);
	return {
		pages_a_second: rounded(pagesAsked / seconds, 0),
		page_p50_ms: rounded(percentile(times, 0.5), 1),
		page_p99_ms: rounded(percentile(times, 0.99), 1),
	};
}

/** Each writes the next reply as soon as the last one is there, all under one post. */
async function replying(platform: Platform, cookie: string): Promise<Record<string, number>> {
	const { url } = platform;
	const text = await (await fetch(url + path, { headers: { cookie } })).text();
	const [, post = ''] = /href="([^"#]*\/posts\/[0-9a-f-]{36})#answer"/.exec(text) ?? [];
	const to = new URL(`${post}?/answer`, url).href;
	const times: number[] = [];
	let left = repliesWritten;
	const used = processorTimeOf(platform.processId('web'));
	const began = performance.now();
	const member = async () => {
		while (left-- > 0) {
			const from = performance.now();
			const words = `We measured it too, and it was colder (${left}).`;
			const body = new URLSearchParams({ [FORM_KEY]: crypto.randomUUID(), words, language: 'en' });
			const headers = { cookie, origin: url, accept: 'text/html' };
			const { status } = await fetch(to, { method: 'POST', headers, body, redirect: 'manual' });
			if (status !== 303) throw new Error(`a reply was answered with ${status}`);
			times.push(performance.now() - from);
		}
	};
	await Promise.all(Array.from({ length: members }, member));
	const seconds = (performance.now() - began) / 1000;
	return {
		replies_a_second: rounded(repliesWritten / seconds, 0),
		reply_p50_ms: rounded(percentile(times, 0.5), 1),
		reply_p99_ms: rounded(percentile(times, 0.99), 1),
		reply_ms: rounded((processorTimeOf(platform.processId('web')) - used) / repliesWritten, 2),
	};
}
