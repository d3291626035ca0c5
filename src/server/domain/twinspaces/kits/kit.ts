/** A kit: a plan, and a TwinSpace laid out but empty, to begin the next project with. */
import type { Plan, ProjectKind } from '#domain/projects';
import type { FolderKind } from '#domain/spaces/materials';
import type { Content } from '#shared/rich-text/content';

export type KitId = string;

/** What stays of a TwinSpace when people and pupils' work are taken out. */
export type Structure = {
	/** From top to bottom; `under` is the place of the page above. */
	readonly pages: readonly {
		readonly title: string;
		readonly locale: string;
		readonly content: Content;
		readonly under?: number | null;
	}[];
	readonly folders: readonly { readonly kind: FolderKind; readonly name: string; readonly locale: string }[];
	readonly discussions: readonly { readonly title: string; readonly locale: string }[];
};

export type Kit = {
	readonly id: KitId;
	readonly kind: ProjectKind;
	readonly locale: string;
	readonly title: string;
	readonly plan: Plan;
	readonly structure: Structure;
	readonly offeredAt: Date | null;
	readonly isMine: boolean;
	/** How many projects began with it. */
	readonly founded: number;
};

export const kitLimits = { shown: 100 } as const;
