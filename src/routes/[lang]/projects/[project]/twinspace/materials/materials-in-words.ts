/** Materials as pages show them: sizes, times and states in words of the reader's language. */
import type { Folder, SeenMaterial } from '#domain/spaces/materials';
import { t } from '#messages/materials';
import { t as r } from '#messages/safety';
import { t as s } from '#messages/spaces';
import { formatFileSize, formatRelative } from '#shared/format';
import type { Locale } from '#shared/locales';
import type { IconName } from '#ui/icons.ts';
import { nameOf } from '../posts-in-words.ts';

type Reader = { readonly locale: Locale; readonly now: Date };

const iconOf: Readonly<Record<SeenMaterial['kind'], IconName>> = {
	picture: 'picture',
	video: 'film',
	audio: 'sound',
	document: 'page',
};

/** A material in a list. */
export function tileInWords(material: SeenMaterial, home: string, { locale, now }: Reader) {
	const { id, kind, name, locale: lang, by, addedAt, alternative, bytes } = material;
	return {
		id,
		name,
		lang,
		icon: iconOf[kind],
		href: `${home}/materials/files/${id}`,
		kind: t(`materials.kind.${kind}`),
		size: formatFileSize(bytes, locale),
		by: t('materials.by', { name: nameOf(by), when: formatRelative(addedAt, now, locale) }),
		thumbnail: thumbnailOf(material),
		alternative,
		note: noteOn(material, { locale, now }),
		needsWords: kind === 'picture' && alternative === '' && material.may.has('change'),
	};
}
export type Tile = ReturnType<typeof tileInWords>;

/** A material on its own page. */
export function materialInWords(material: SeenMaterial, home: string, reader: Reader) {
	const { kind, file, folder, video, captions, may } = material;
	return {
		...tileInWords(material, home, reader),
		type: kind,
		file,
		folder: folder ?? '',
		video,
		captions: captions && { file: captions.file, lang: captions.locale },
		/** What we wrote anew has no original any more. */
		hasOriginal: kind !== 'picture' && video !== 'made',
		may: {
			...{ change: may.has('change'), bin: may.has('bin'), hide: may.has('hide'), show: may.has('show') },
			report: may.has('report'),
		},
	};
}
export type MaterialInWords = ReturnType<typeof materialInWords>;

/** A folder or album in the list of them. */
export function folderInWords({ id, kind, name, locale, count, cover }: Folder, home: string) {
	return {
		id,
		name,
		lang: locale,
		icon: kind === 'album' ? ('picture' as const) : ('folder' as const),
		href: `${home}/materials/folders/${id}`,
		count: kind === 'album' ? t('materials.album.count', { count }) : t('materials.folder.count', { count }),
		cover,
	};
}

/** How full the space is. */
export function roomInWords(
	{ used, most, file }: { readonly used: number; readonly most: number; readonly file: number },
	locale: Locale,
) {
	return {
		used,
		most,
		text: t('materials.room.text', {
			used: formatFileSize(used, locale),
			most: formatFileSize(most, locale),
		}),
		file: formatFileSize(Math.max(0, Math.min(file, most - used)), locale),
		isFull: used >= most,
	};
}

function thumbnailOf({ kind, file, video }: SeenMaterial): string | undefined {
	if (kind === 'picture') return `/files/${file}/small`;
	return kind === 'video' && video === 'made' ? `/files/${file}/poster` : undefined;
}

function noteOn(
	{ hiding, isWithheld, lacksConsent, binnedAt, video }: SeenMaterial,
	{ locale, now }: Reader,
): string | undefined {
	if (hiding !== null) {
		return s('spaces.decided.hidden', {
			name: hiding.by ?? r('safety.by.office'),
			when: formatRelative(hiding.at, now, locale),
			reason: r(`safety.reason.${hiding.reason}`),
			words: hiding.words,
		});
	}
	if (isWithheld) return t('materials.waiting');
	if (lacksConsent) return t('materials.lacks-consent');
	if (binnedAt !== null) return t('materials.binned-note', { when: formatRelative(binnedAt, now, locale) });
	return video === 'waiting' ? t('materials.video.waiting') : undefined;
}
