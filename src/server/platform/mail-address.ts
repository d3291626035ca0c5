/** Which addresses letters may go to. */

/** Our own grammar for addresses: one plain local part, one host; no quotes, comments, lists or line breaks. */
const address =
	/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

/** True for an address we are ready to write to. */
export function isMailAddress(text: string): boolean {
	return text.length <= 254 && address.test(text) && !text.includes('..') && !text.startsWith('.');
}
