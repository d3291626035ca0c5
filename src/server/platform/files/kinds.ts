/** Which kind of file some bytes are, told from the bytes alone: a name or a header may say anything. */

/** Kinds the platform takes. Pictures are written anew; everything else is kept as it came. */
export const fileKinds = [
	...(['jpeg', 'png', 'webp', 'gif'] as const),
	...(['mp4', 'mov', 'webm', 'avi', 'mp3', 'm4a', 'wav', 'flac', 'ogg'] as const),
	...(['pdf', 'office', 'old-office', 'rtf', 'zip', 'gzip', 'captions', 'text'] as const),
] as const;
const pictureKinds = ['jpeg', 'png', 'webp', 'gif'] as const satisfies readonly FileKind[];
export type FileKind = (typeof fileKinds)[number];
export type PictureKind = (typeof pictureKinds)[number];

type Kind = { readonly type: string; readonly endings: readonly string[] };

/** As what each kind is handed out, and how its name may end; the first ending is given to a name with another one. */
const kinds: Readonly<Record<FileKind, Kind>> = {
	jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
	png: { type: 'image/png', endings: ['png'] },
	webp: { type: 'image/webp', endings: ['webp'] },
	gif: { type: 'image/gif', endings: ['gif'] },
	mp4: { type: 'video/mp4', endings: ['mp4', 'm4v', '3gp'] },
	mov: { type: 'video/quicktime', endings: ['mov'] },
	webm: { type: 'video/webm', endings: ['webm', 'mkv'] },
	avi: { type: 'video/x-msvideo', endings: ['avi'] },
	mp3: { type: 'audio/mpeg', endings: ['mp3'] },
	m4a: { type: 'audio/mp4', endings: ['m4a'] },
	wav: { type: 'audio/wav', endings: ['wav'] },
	flac: { type: 'audio/flac', endings: ['flac'] },
	ogg: { type: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] },
	pdf: { type: 'application/pdf', endings: ['pdf'] },
	office: {
		type: 'application/vnd.openxmlformats-officedocument',
		endings: ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'odg', 'epub', 'ggb', 'h5p'],
	},
	'old-office': { type: 'application/x-ole-storage', endings: ['doc', 'xls', 'ppt', 'pub'] },
	rtf: { type: 'application/rtf', endings: ['rtf'] },
	zip: { type: 'application/zip', endings: ['zip'] },
	gzip: { type: 'application/gzip', endings: ['gz', 'gzip'] },
	captions: { type: 'text/vtt', endings: ['vtt'] },
	text: { type: 'text/plain', endings: ['txt', 'csv', 'tsv', 'md', 'srt', 'json'] },
};

/** The media type under which files of this kind are handed out. */
export function mediaTypeOf(kind: FileKind): string {
	return kinds[kind].type;
}

/** The name under which a file is saved: it ends as the content is, so that no text is started as a program. */
export function nameToSave(name: string, type: string): string {
	const kind = Object.values(kinds).find((each) => each.type === type);
	const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
	if (kind === undefined || kind.endings.includes(ending)) return name;
	return `${name}.${kind.endings[0] ?? ''}`;
}

/** As many bytes as the kind is told from. */
export const headLength = 512;

/** The kind of a file that begins so; undefined for whatever we do not take. */
export function kindOf(head: Uint8Array): FileKind | undefined {
	const text = Buffer.from(head).toString('latin1');
	if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (text.startsWith('RIFF')) return riffKind(text.slice(8, 12));
	if (/^GIF8[79]a/.test(text)) return 'gif';
	if (text.startsWith('%PDF-')) return 'pdf';
	if (text.startsWith('PK\x03\x04')) return 'zip';
	if (text.startsWith('\x1f\x8b')) return 'gzip';
	if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'old-office';
	if (text.startsWith('{\\rtf')) return 'rtf';
	return soundOrFilm(text) ?? textKind(head, text);
}

function riffKind(form: string): FileKind | undefined {
	if (form === 'WEBP') return 'webp';
	if (form === 'WAVE') return 'wav';
	return form === 'AVI ' ? 'avi' : undefined;
}

function soundOrFilm(text: string): FileKind | undefined {
	if (text.slice(4, 8) === 'ftyp') {
		const brand = text.slice(8, 12);
		if (/^(heic|heix|mif1|msf1|avif|avis)/.test(brand)) return undefined;
		if (/^M4[AB] /.test(brand)) return 'm4a';
		return brand === 'qt  ' ? 'mov' : 'mp4';
	}
	if (/^(moov|mdat|wide|free)$/.test(text.slice(4, 8))) return 'mov';
	if (text.startsWith('\x1a\x45\xdf\xa3')) return 'webm';
	if (text.startsWith('OggS')) return 'ogg';
	if (text.startsWith('fLaC')) return 'flac';
	if (text.startsWith('ID3') || /^\xff[\xfb\xf3\xf2\xfa]/.test(text)) return 'mp3';
	return undefined;
}

/** Markup is no text: a browser or a drawing program would run what stands in it. */
function textKind(head: Uint8Array, text: string): FileKind | undefined {
	if (!isText(head.subarray(0, 16))) return undefined;
	const begins = text.replace(/^\xef\xbb\xbf|^[\xff\xfe]{2}/, '').replaceAll('\0', '');
	if (/^\s*</.test(begins)) return undefined;
	return /^WEBVTT(\s|$)/.test(begins) ? 'captions' : 'text';
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
