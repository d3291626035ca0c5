/** The worker process: runs jobs, keeps schedules, hands mails to the relay. Stops when asked to, which includes the supervisor's end. */
import { Logger as QueueLogger, parseCronItems, run, type CronItem, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { now } from '#platform/clock';
import { databaseOf, readConfig, type Config } from '#platform/config';
import type { Context, Database } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger, type Logger } from '#platform/log';
import { deliverMail, smtpRelay, type Relay } from '#platform/mail-delivery';
import { compose, parts, type JobHandler } from '#platform/part';
import { defaultLocale } from '#shared/locales';
import { system, type System } from '#shared/actor';
import { allParts } from '../parts.ts';
import { keepJobs } from './forsaken-jobs.ts';
import { openMailDoor } from './mail-door.ts';

type Job = (ctx: Context<System>, payload: never) => Promise<unknown>;

/** A running worker; `close` lets jobs in hand finish. */
export type Worker = { readonly close: () => Promise<void> };

/** Composes the parts and begins to work. */
export async function startWorker(config: Config, log: Logger): Promise<Worker> {
	compose(allParts);
	const db = createDatabase({
		connection: databaseOf(config),
		log,
		connections: 6,
		namesStatements: config.namesStatements,
	});
	const relay = config.smtpUrl === undefined ? undefined : smtpRelay(config.smtpUrl, senderOf(config));
	const queue = new pg.Pool({ ...databaseOf(config), max: 7 });
	const lost = (error: Error) => log.warn({ err: error.message }, 'queue connection lost');
	queue.on('error', lost);
	queue.on('connect', (client) => client.on('error', lost));
	const keeper = keepJobs(queue, log);
	const { answerMail } = config;
	const mailDoor = answerMail && (await openMailDoor({ db, log, config: { ...config, answerMail } }));
	const runner = await run({
		pgPool: queue,
		logger: queueLogger(log),
		events: keeper.events,
		concurrency: 4,
		noHandleSignals: true,
		pollInterval: 2000,
		taskList: taskList(allJobs(relay, config), db, log),
		parsedCronItems: parseCronItems(allSchedules()),
	});
	return {
		close: async () => {
			await mailDoor?.close();
			await runner.stop();
			await keeper.close();
			relay?.close();
			await queue.end();
			await db.destroy();
		},
	};
}

/** What the queue says, in our log; that a job was begun and done is of interest to whoever looks for a fault only. */
function queueLogger(log: Logger): QueueLogger {
	const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;
	return new QueueLogger((scope) => (level, message) => log[levels[level]]({ ...scope }, message));
}

/** The jobs of all parts under `part.job`, and the one that needs the relay of this process. */
function allJobs(relay: Relay | undefined, { mode }: Config): Map<string, Job> {
	const links = mode === 'trial' ? 'shown' : 'forgotten';
	const jobs = new Map<string, Job>([
		// without a relay the letters wait in the outbox, where the trial shows them
		['platform.deliver-mail', async (ctx: Context) => relay && deliverMail(ctx, relay, links)],
	]);
	for (const part of parts()) {
		for (const [name, handler] of Object.entries<JobHandler>(part.jobs ?? {})) {
			jobs.set(`${part.name}.${name}`, handler);
		}
	}
	return jobs;
}

function allSchedules(): CronItem[] {
	const ofParts = parts().flatMap((part) =>
		(part.schedules ?? []).map(({ job, cron }) => ({ task: `${part.name}.${job}`, match: cron })),
	);
	return [{ task: 'platform.deliver-mail', match: '* * * * *' }, ...ofParts];
}

function taskList(jobs: ReadonlyMap<string, Job>, db: Database, log: Logger): TaskList {
	const tasks: TaskList = {};
	for (const [name, job] of jobs) {
		tasks[name] = async (payload) => {
			const ctx = { db, actor: system, now: now(), locale: defaultLocale, log: log.child({ job: name }) };
			await job(ctx, payload as never);
		};
	}
	return tasks;
}

function senderOf(config: Config): string {
	return `OpenTwinning <no-reply@${config.publicUrl.hostname}>`;
}

if (import.meta.main) {
	const log = createLogger('worker');
	const worker = await startWorker(readConfig(), log);
	const leave = () => void worker.close().then(() => process.exit(0));
	process.once('SIGTERM', leave);
	process.once('SIGINT', leave);
	log.info({}, 'worker ready');
}
