/** The number of a report as people copy it: `7K3M-9QXA-2BTR`. */
export function numberInGroups(number: string): string {
	return number.replace(/(.{4})(?=.)/g, '$1-');
}
