/** What the region of a school is called: by the profile's own list, else by the rules of its language. */
import { fold } from '#shared/folding';
import { readableName, tidyName } from '../../names/readable-name.ts';
import type { NamingRules } from '../../names/naming-rules.ts';

/**
 * Makes the function that names the region of a row. The list says what the register writes, or what that reads as;
 * capitals and accents do not matter.
 */
export function regionReader(
	regions: Readonly<Record<string, string>> | undefined,
	rules: NamingRules | undefined,
): (written: string) => string {
	const called = new Map(Object.entries(regions ?? {}).map(([written, name]) => [fold(written), name]));
	called.delete('');
	return (written) => {
		const readable = readableName(tidyName(written), rules);
		if (called.size === 0) return readable;
		return called.get(fold(written)) ?? called.get(fold(readable)) ?? readable;
	};
}
