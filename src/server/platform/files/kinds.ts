/** Which kind of file some bytes are, told from the bytes alone: a name or a header may say anything. */

/** Kinds the platform takes. Pictures are written anew; a document is kept as it came. */
export const fileKinds = ['jpeg', 'png', 'webp', 'gif', 'pdf'] as const;
export type FileKind = (typeof fileKinds)[number];
export type PictureKind = Exclude<FileKind, 'pdf'>;

export const mediaTypes: Readonly<Record<FileKind, string>> = {
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	gif: 'image/gif',
	pdf: 'application/pdf',
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
	return undefined;
}

/** Whether files of this kind are pictures. */
export function isPicture(kind: FileKind): kind is PictureKind {
	return kind !== 'pdf';
}
