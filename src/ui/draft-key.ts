/** Where the draft of a form of this page lies in the browser's store of this tab; more of it lies under `<key>/…`. */
export function draftKey(form: string): string {
	return `draft ${location.pathname} ${form}`;
}
