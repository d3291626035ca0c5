/**
 * A pool that waits a moment for a connection before it opens one more. A new one costs PostgreSQL some 80 ms of processor
 * time until it answers as quickly as the others; opened all at once because one page was late, ten of them make the next
 * hundred pages late too (docs/decisions/016).
 */
import { availableParallelism } from 'node:os';
import type { PostgresPool } from 'kysely';
import type pg from 'pg';

/** More at work at once than the machine has hands for only take time from each other. */
const enough = Math.max(4, 2 * availableParallelism());

/** Milliseconds after which those in use are not waited for any longer: somebody holds them for long. */
const patience = 60;

/** The same pool, asked for connections with patience; fewer than `few` are opened at once. */
export function patientPool(pool: pg.Pool, few = enough): PostgresPool {
	const waiting = new Set<() => void>();
	pool.on('release', () => {
		const [first] = waiting;
		first?.();
	});

	/** Until a connection comes back, at the longest so many milliseconds. */
	function nextRelease(most: number): Promise<void> {
		return new Promise((done) => {
			const leave = () => {
				clearTimeout(timer);
				waiting.delete(leave);
				done();
			};
			const timer = setTimeout(leave, most);
			waiting.add(leave);
		});
	}

	return {
		options: pool.options,
		async connect() {
			const until = performance.now() + patience;
			const left = () => until - performance.now();
			while (pool.idleCount === 0 && pool.totalCount >= few && left() > 0) await nextRelease(left());
			return pool.connect();
		},
		end: () => pool.end(),
	};
}
