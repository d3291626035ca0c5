/** `npm run check`: everything a machine can hold, one line per step; the first words of a failure say what to do. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

type Step = { readonly name: string; readonly run: readonly string[] };

const bin = 'node_modules/.bin';
const node = process.execPath;

const steps: readonly Step[] = [
	{ name: 'versions', run: [node, 'scripts/checks/versions.ts'] },
	{ name: 'format', run: [`${bin}/prettier`, '--check', '--cache', '--log-level', 'warn', '.'] },
	{ name: 'types', run: [`${bin}/svelte-check`, '--fail-on-warnings', '--output', 'human'] },
	{ name: 'lint', run: [`${bin}/eslint`, '--max-warnings', '0', '.'] },
	{ name: 'boundaries', run: [node, 'scripts/checks/boundaries.ts'] },
	{ name: 'dead code', run: [`${bin}/knip`, '--no-progress', '--no-config-hints'] },
	{ name: 'messages', run: [node, 'scripts/messages.ts', 'check'] },
	{ name: 'access', run: [node, 'scripts/checks/access.ts'] },
	{ name: 'parts', run: [node, 'scripts/checks/parts.ts'] },
	{ name: 'children', run: [node, 'scripts/checks/children.ts'] },
	{ name: 'docs', run: [node, 'scripts/checks/docs.ts'] },
	{ name: 'schema', run: [node, 'scripts/schema.ts', 'check'] },
];

const only = process.argv.slice(2);
const failed: string[] = [];

await sync();
const waiting = steps.filter(({ name }) => only.length === 0 || only.includes(name));
// two at a time, since most of them keep one core busy
await Promise.all([work(), work()]);
if (failed.length > 0) {
	console.log(`check failed: ${failed.join(', ')}`);
	process.exitCode = 1;
}

async function work(): Promise<void> {
	for (let step = waiting.shift(); step; step = waiting.shift()) await take(step);
}

async function take(step: Step): Promise<void> {
	const from = performance.now();
	const { code, output } = await run(step.run);
	const seconds = ((performance.now() - from) / 1000).toFixed(1);
	console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(12)} ${seconds} s`);
	if (code === 0) return;
	failed.push(step.name);
	console.log(output.replace(/^/gm, '    '));
}

/** An install removes what the type checker extends. */
async function sync(): Promise<void> {
	const { code, output } = await run([`${bin}/svelte-kit`, 'sync']);
	if (code !== 0) throw new Error(output);
}

function run([command = '', ...parameters]: readonly string[]): Promise<{ code: number; output: string }> {
	return new Promise((resolve) => {
		const child = spawn(command, parameters, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NO_COLOR: '1' },
		});
		const output: string[] = [];
		child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
		child.on('error', (error) => resolve({ code: 1, output: error.message }));
		child.on('close', (code) => resolve({ code: code ?? 1, output: output.join('').trim() }));
	});
}
