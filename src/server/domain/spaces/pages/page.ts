/** Pages of a space: types and limits. */
import type { MemberCard, MemberId } from '#domain/spaces';
import type { Content } from '#shared/rich-text/content';

export type PageId = string;

/** A page as a list of pages shows it. */
export type Page = {
	readonly id: PageId;
	/** Ends the page's public address. */
	readonly shortId: string;
	readonly title: string;
	/** The language of title and text. */
	readonly locale: string;
	readonly version: number;
	/** The newest change of its log: what whoever writes now begins from. */
	readonly written: number;
	/** The page it stands below; null at the top. */
	readonly parent: PageId | null;
	readonly madeBy: MemberId;
	readonly savedBy: MemberCard;
	readonly savedAt: Date;
	/** A draft is seen by those who may see drafts, a shared page by every member. */
	readonly sharedAt: Date | null;
	readonly binnedAt: Date | null;
	/** Out of sight of pupils and guests until a teacher has looked. */
	readonly isWithheld: boolean;
};

export type PageWithContent = Page & { readonly content: Content };

/** One saved state of a page. */
export type Version = {
	readonly version: number;
	readonly title: string;
	readonly savedBy: MemberCard;
	readonly savedAt: Date;
};

/** Whether a link leads to the web; the others lead to somebody's mail. */
export function leadsOut(address: string): boolean {
	return !address.startsWith('mailto:');
}

export const pageLimits = {
	title: 150,
	/** Characters of one block's text. */
	block: 20_000,
	address: 2000,
	alternative: 300,
	blocks: 400,
	pages: 300,
	/** A page in the bin can be taken out for so long. */
	binnedKeptDays: 30,
	saves: { name: 'spaces.save-page', most: 200, seconds: 3600 },
	pictureBytes: 12_000_000,
} as const;
