/** A project's TwinSpace as one of its members reaches it. */
import type { ProjectId } from '#domain/projects';
import type { ClassId } from '#domain/pupils';
import type { Space } from '#domain/spaces';

export type TwinSpace = {
	readonly space: Space;
	readonly project: {
		readonly id: ProjectId;
		readonly shortId: string;
		readonly title: string;
		/** The language of the title. */
		readonly locale: string;
		/** `two-rivers-7k2m9x4q` */
		readonly address: string;
	};
	/** One country for each partner school: the threads of the weave. */
	readonly countries: readonly string[];
};

/** A class that takes part. */
export type ClassInSpace = {
	readonly id: ClassId;
	readonly name: string;
	readonly school: { readonly id: string; readonly name: string; readonly country: string };
	readonly pupils: number;
	readonly addedAt: Date;
};
