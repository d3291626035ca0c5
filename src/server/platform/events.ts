/** News between parts: rows, events and jobs commit together. */
import type { Context } from './context.ts';
import type { EventName, Events, Part } from './part.ts';
import { parts } from './part.ts';
import { addJob } from './jobs.ts';

/**
 * Tells all parts. `within` listeners have run when this returns; `after` listeners are jobs of the
 * same commit. Must be called inside the transaction of what it tells.
 */
export async function emit<E extends EventName>(ctx: Context, name: E, event: Events[E]): Promise<void> {
	if (!ctx.db.isTransaction) throw new Error(`event ${name} was emitted outside a transaction`);
	for (const part of parts()) {
		await listenerOf(part, 'within', name)?.(ctx, event);
	}
	for (const part of parts()) {
		if (part.after?.[name]) await addJob(ctx, 'platform.event', { part: part.name, name, event });
	}
}

/** The job behind every `after` listener. */
export async function hear(
	ctx: Context,
	payload: { part: string; name: EventName; event: never },
): Promise<void> {
	const part = parts().find((candidate) => candidate.name === payload.part);
	const listener = part && listenerOf(part, 'after', payload.name);
	if (listener) await listener(ctx, payload.event);
}

function listenerOf(part: Part, when: 'within' | 'after', name: EventName) {
	return part[when]?.[name] as ((ctx: Context, event: unknown) => Promise<void>) | undefined;
}
