/** Sign-in through a provider that schools of a country know: what the operator says of it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readConfig } from '#platform/config';

const provider = z.strictObject({
	/** Stands in addresses: `/sign-in/with/edu-id`. */
	id: z.string().regex(/^[a-z0-9-]{1,30}$/),
	/** As people know it. */
	name: z.string().min(1).max(60),
	issuer: z.url(),
	clientId: z.string().min(1),
	clientSecret: z.string().min(1),
});

export type Provider = z.output<typeof provider>;

let held: readonly Provider[] | undefined;

/** The providers of this installation, read at the first call; throws with a sentence when their file is wrong. */
export function allProviders(): readonly Provider[] {
	held ??= providersIn(readConfig().providersFile);
	return held;
}

function providersIn(file: string | undefined): readonly Provider[] {
	if (file === undefined) return [];
	const parsed = z.array(provider).safeParse(JSON.parse(readFileSync(file, 'utf8')));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Error(`SIGN_IN_PROVIDERS: ${file} is wrong at ${issue?.path.join('.')}: ${issue?.message}`);
}
