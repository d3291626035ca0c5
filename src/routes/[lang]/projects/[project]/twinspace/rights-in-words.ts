/** The table of rights as members read it: who may do what, tool by tool. */
import {
	grantOf,
	memberRoles,
	rightsByTool,
	type MemberRole,
	type Space,
	type SpaceTool,
} from '#domain/spaces';
import { t } from '#messages/spaces';

export type ToolInWords = {
	readonly id: SpaceTool;
	readonly title: string;
	readonly rights: readonly {
		readonly id: string;
		readonly label: string;
		/** What each role may: all of it, only with what they made, or nothing. */
		readonly grants: Readonly<Record<string, 'Y' | 'own' | '-'>>;
	}[];
};

const columns = [...memberRoles, 'public'] as const;

/** One table for each tool of the space. */
export function rightsInWords({ kind }: Pick<Space, 'kind'>): ToolInWords[] {
	return (Object.keys(rightsByTool) as SpaceTool[]).map((tool) => ({
		id: tool,
		title: t(`spaces.rights.${tool}`),
		rights: rightsByTool[tool].map((right) => ({
			id: right,
			label: t(`spaces.right.${right}`),
			grants: Object.fromEntries(columns.map((column) => [column, grantOf(kind, right, column)])),
		})),
	}));
}

/** The roles as columns, the reader's own marked. */
export function rolesInWords(mine: MemberRole): { id: string; label: string; isMine: boolean }[] {
	return columns.map((column) => ({
		id: column,
		label: column === 'public' ? t('spaces.rights.public') : t(`spaces.role.${column}`),
		isMine: column === mine,
	}));
}
