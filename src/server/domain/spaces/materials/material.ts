/** What a space keeps: materials in folders and albums, and the rules about them. Pure. */
import {
	answersForSpace,
	isPupilRole,
	mayInSpace,
	type MemberCard,
	type MemberId,
	type MemberRole,
} from '#domain/spaces';
import type { Space, SpaceId } from '#domain/spaces';
import type { FileKind } from '#platform/files';

export type MaterialId = string;
export type FolderId = string;

export const folderKinds = ['folder', 'album'] as const;
export type FolderKind = (typeof folderKinds)[number];
export type MaterialKind = 'picture' | 'video' | 'audio' | 'document';

export type Folder = {
	readonly id: FolderId;
	readonly space: SpaceId;
	readonly kind: FolderKind;
	readonly name: string;
	readonly locale: string;
	readonly madeBy: MemberId;
	/** How many materials the reader finds in it. */
	readonly count: number;
	/** The file of the newest picture in it. */
	readonly cover: string | null;
	readonly binnedAt: Date | null;
};

/** `waiting` to be converted; `made`; `failed`: offered as it came; null where nothing is converted. */
export type VideoState = 'waiting' | 'made' | 'failed' | null;

/** What a teacher decided, for its author and the teachers. */
export type Hiding = {
	readonly by: string | null;
	readonly at: Date;
	readonly reason: HidingReason;
	readonly words: string;
};
export const hidingReasons = [
	'unkind',
	'private-details',
	'not-for-school',
	'copied',
	'worrying',
	'other',
] as const;
export type HidingReason = (typeof hidingReasons)[number];

export type MaterialDeed = 'change' | 'bin' | 'hide' | 'show' | 'report';

export type Material = {
	readonly id: MaterialId;
	readonly space: SpaceId;
	readonly folder: FolderId | null;
	readonly kind: MaterialKind;
	readonly file: string;
	readonly name: string;
	/** What a picture shows; empty while nobody has said it. */
	readonly alternative: string;
	readonly locale: string;
	readonly bytes: number;
	readonly by: MemberCard;
	readonly addedAt: Date;
	readonly binnedAt: Date | null;
	readonly hiding: Hiding | null;
	/** Reported, or waiting for a first look: out of sight of pupils and guests. */
	readonly isWithheld: boolean;
	/** A pupil is on it whose family allows no pictures here. */
	readonly lacksConsent: boolean;
	readonly video: VideoState;
	readonly captions: { readonly file: string; readonly locale: string } | null;
};

/** How long, how often, how many. */
export const materialLimits = {
	name: 200,
	folderName: 100,
	alternative: 300,
	reasonWords: 500,
	folders: 200,
	perPage: 60,
	/** How many can be chosen from for a page. */
	offered: 300,
	captionBytes: 1_000_000,
} as const;

const kindsOfFiles: Readonly<Partial<Record<FileKind, MaterialKind>>> = {
	...({ jpeg: 'picture', png: 'picture', webp: 'picture', gif: 'picture' } as const),
	...({ mp4: 'video', mov: 'video', webm: 'video', avi: 'video' } as const),
	...({ mp3: 'audio', m4a: 'audio', wav: 'audio', flac: 'audio', ogg: 'audio' } as const),
	...({
		pdf: 'document',
		office: 'document',
		'old-office': 'document',
		rtf: 'document',
		text: 'document',
	} as const),
};

/** All kinds of files that a space takes. */
export const materialFiles = Object.keys(kindsOfFiles) as FileKind[];

/** What a file of this kind is in a space. */
export function materialKindOf(kind: FileKind): MaterialKind {
	return kindsOfFiles[kind] ?? 'document';
}

type Reader = Pick<Space, 'kind' | 'archivedAt' | 'me'>;
type Subject = {
	readonly by: { readonly id: MemberId; readonly role: MemberRole };
	readonly hiding: unknown;
	readonly isWithheld: boolean;
	readonly lacksConsent: boolean;
	readonly binnedAt: Date | null;
};

/** Material that is hidden, waits for a look, or lacks a consent is there for its author and for the teachers of the space, who answer for it. */
export function seesMaterial(
	space: Reader,
	{ by, hiding, isWithheld, lacksConsent }: Pick<Subject, 'by' | 'hiding' | 'isWithheld' | 'lacksConsent'>,
): boolean {
	if (!mayInSpace(space, 'materials.see')) return false;
	if (hiding === null && !isWithheld && !lacksConsent) return true;
	return by.id === space.me.id || answersForSpace(space);
}

/** Everything the reader may do with a material they see. */
export function deedsWith(
	space: Reader,
	{ by, hiding, isWithheld, binnedAt }: Subject,
): ReadonlySet<MaterialDeed> {
	const isMine = by.id === space.me.id;
	const tidies = mayInSpace(space, 'materials.tidy', { madeBy: by.id });
	const moderates = isPupilRole(by.role) && mayInSpace(space, 'materials.moderate-pupils');
	const looksAfter = !isMine && (moderates || mayInSpace(space, 'materials.tidy'));
	const answers = answersForSpace(space);
	const possible: Record<MaterialDeed, boolean> = {
		change: tidies && binnedAt === null,
		bin: (tidies || moderates) && binnedAt === null,
		hide: looksAfter && answers && hiding === null && binnedAt === null,
		show: looksAfter && answers && hiding !== null,
		report: !isMine && !isWithheld && hiding === null && mayInSpace(space, 'posts.report'),
	};
	const deeds = Object.keys(possible) as MaterialDeed[];
	return new Set(deeds.filter((deed) => possible[deed]));
}
