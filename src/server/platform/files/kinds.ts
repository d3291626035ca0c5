/** Which kind of file some bytes are, told from the bytes alone: a name or a header may say anything. */

/** Kinds the platform takes. Pictures are written anew; everything else is kept as it came. */
export const fileKinds = ['jpeg', 'png', 'webp', 'gif', 'pdf', 'zip', 'gzip', 'text'] as const;
const pictureKinds = ['jpeg', 'png', 'webp', 'gif'] as const satisfies readonly FileKind[];
export type FileKind = (typeof fileKinds)[number];
export type PictureKind = (typeof pictureKinds)[number];

export const mediaTypes: Readonly<Record<FileKind, string>> = {
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	gif: 'image/gif',
	pdf: 'application/pdf',
	zip: 'application/zip',
	gzip: 'application/gzip',
	text: 'text/plain',
};

/** As many bytes as the kind is told from. */
export const headLength = 16;

/** The kind of a file that begins so; undefined for whatever we do not take. */
export function kindOf(head: Uint8Array): FileKind | undefined {
	const text = Buffer.from(head).toString('latin1');
	if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
	if (/^GIF8[79]a/.test(text)) return 'gif';
	if (text.startsWith('%PDF-')) return 'pdf';
	if (text.startsWith('PK\x03\x04')) return 'zip';
	if (text.startsWith('\x1f\x8b')) return 'gzip';
	return isText(head) ? 'text' : undefined;
}

/** Nothing but letters, or the mark of a text in two-byte letters. What the letters say is for the reader to judge. */
function isText(head: Uint8Array): boolean {
	const [first, second] = head;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
	return (
		head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
	);
}

/** Whether files of this kind are pictures. */
export function isPicture(kind: FileKind): kind is PictureKind {
	return (pictureKinds as readonly FileKind[]).includes(kind);
}
