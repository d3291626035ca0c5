/** Full addresses for letters and canonical links: always the one public address, never a request's host. */
import { readConfig } from './config.ts';

let base: URL | undefined;

/** The address people use for this path. */
export function publicAddress(path: string): string {
	base ??= readConfig().publicUrl;
	return new URL(path, base).href;
}
