/** Files that go along: under names that every system takes, each in the form in which it is shown. */
import type { Material } from '#domain/spaces/materials';
import { fileFor } from '#platform/files';
import type { Entry } from '../write-zip.ts';
import { numbered } from './leaf.ts';
import type { Reader } from './reader.ts';

/** The size in which a file goes along, and how its name ends then; as it came where nothing was made of it. */
function sizeOf({ kind, video }: Pick<Material, 'kind' | 'video'>): { size: string; ending?: string } {
	if (kind === 'picture') return { size: 'large', ending: 'webp' };
	return kind === 'video' && video === 'made' ? { size: 'video', ending: 'mp4' } : { size: 'whole' };
}

export type PlacedMaterial = {
	readonly material: Material;
	/** None where the ledger of consents keeps it here. */
	readonly path: string | undefined;
	readonly poster: string | undefined;
	readonly captions: string | undefined;
};

/** Where a material lies in the copy, and the entries that bring it there. */
export async function placeMaterial(
	reader: Reader,
	material: Material,
	place: number,
): Promise<{ readonly placed: PlacedMaterial; readonly entries: readonly Entry[] }> {
	const isAllowed = material.kind === 'document' || (reader.maySee(material.by) && !material.lacksConsent);
	if (!isAllowed) {
		return { placed: { material, path: undefined, poster: undefined, captions: undefined }, entries: [] };
	}
	const { size, ending } = sizeOf(material);
	const own = ending === undefined ? (await fileFor(reader.ctx, material.file, size)).name : '';
	const kept = ending ?? /\.([A-Za-z0-9]{1,10})$/.exec(own)?.[1] ?? 'bin';
	const stem = `files/${numbered(place)}-${plainName(reader.withoutAliases(material.name).replace(/\.[A-Za-z0-9]{1,10}$/, ''))}`;
	const path = `${stem}.${kept}`;
	const poster = size === 'video' ? `${stem}-poster.jpg` : undefined;
	const captions = material.captions === null ? undefined : `${stem}.vtt`;
	return {
		placed: { material, path, poster, captions },
		entries: [
			fileEntry(reader, path, material.file, size, kept),
			...(poster === undefined ? [] : [fileEntry(reader, poster, material.file, 'poster', 'jpg')]),
			...(captions === undefined || material.captions === null
				? []
				: [fileEntry(reader, captions, material.captions.file, 'whole', 'vtt')]),
		],
	};
}

const packed = /^(webp|jpg|jpeg|png|mp4|mov|webm|avi|mp3|m4a|flac|ogg|docx|xlsx|pptx|odt|odp|pdf|epub)$/i;

/** A file as an entry; it is asked for again as the reader when its turn comes. */
export function fileEntry(reader: Reader, path: string, file: string, size: string, ending: string): Entry {
	return {
		path,
		isPacked: packed.test(ending),
		open: async () => (await fileFor(reader.ctx, file, size)).stream(),
	};
}

/** No sign that some system refuses in a name, and not too long for any. */
function plainName(name: string): string {
	const plain = name
		.normalize('NFC')
		.replace(/[<>:"/\\|?*#%\p{Cc}\p{Cf}]/gu, '-')
		.replace(/[. ]+$/u, '')
		.trim();
	return [...plain].slice(0, 60).join('') || 'file';
}
