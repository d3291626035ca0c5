/** A deed of the log as a sentence, and where one sees more of it. */
import { t } from '#messages/twinspaces';
import type { LogKind, LogVerb } from '#domain/spaces';

type Deed = {
	readonly verb: LogVerb;
	readonly kind: LogKind;
	readonly id: string;
	readonly version?: number;
};

/** What each tool tells, by verb and kind. */
const said = {
	'made post': 'twinspaces.log.made-post',
	'hidden post': 'twinspaces.log.hidden-post',
	'removed post': 'twinspaces.log.removed-post',
	'made page': 'twinspaces.log.made-page',
	'changed page': 'twinspaces.log.changed-page',
	'removed page': 'twinspaces.log.removed-page',
	'made material': 'twinspaces.log.made-material',
	'hidden material': 'twinspaces.log.hidden-material',
	'removed material': 'twinspaces.log.removed-material',
	'made folder': 'twinspaces.log.made-folder',
	'removed folder': 'twinspaces.log.removed-folder',
	'made discussion': 'twinspaces.log.made-discussion',
	'made thread': 'twinspaces.log.made-thread',
	'changed thread': 'twinspaces.log.changed-thread',
	'joined member': 'twinspaces.log.joined-member',
	'left member': 'twinspaces.log.left-member',
} as const;

export function sayDeed({ verb, kind }: Deed): string {
	const key = `${verb} ${kind}`;
	return key in said ? t(said[key as keyof typeof said]) : '';
}

export function linkTo({ verb, kind, id, version }: Deed, home: string): string | undefined {
	const places: Readonly<Record<LogKind, string>> = {
		post: `${home}/posts/${id}`,
		page: version === undefined ? `${home}/pages/${id}/writers` : `${home}/pages/${id}/versions/${version}`,
		material: `${home}/materials/files/${id}`,
		folder: `${home}/materials/folders/${id}`,
		discussion: `${home}/forum/${id}`,
		thread: `${home}/forum/threads/${id}`,
		member: `${home}/members`,
	};
	// what lies in a bin has no page of its own; posts are shown to teachers as long as they are kept
	return verb === 'removed' && kind !== 'post' ? undefined : places[kind];
}
