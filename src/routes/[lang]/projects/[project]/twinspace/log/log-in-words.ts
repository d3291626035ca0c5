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
const said: Readonly<Record<string, () => string>> = {
	'made post': () => t('twinspaces.log.made-post'),
	'hidden post': () => t('twinspaces.log.hidden-post'),
	'removed discussion': () => t('twinspaces.log.removed-discussion'),
	'removed post': () => t('twinspaces.log.removed-post'),
	'changed post': () => t('twinspaces.log.changed-post'),
	'made page': () => t('twinspaces.log.made-page'),
	'changed page': () => t('twinspaces.log.changed-page'),
	'removed page': () => t('twinspaces.log.removed-page'),
	'made material': () => t('twinspaces.log.made-material'),
	'hidden material': () => t('twinspaces.log.hidden-material'),
	'removed material': () => t('twinspaces.log.removed-material'),
	'made folder': () => t('twinspaces.log.made-folder'),
	'removed folder': () => t('twinspaces.log.removed-folder'),
	'made discussion': () => t('twinspaces.log.made-discussion'),
	'made thread': () => t('twinspaces.log.made-thread'),
	'changed thread': () => t('twinspaces.log.changed-thread'),
	'joined member': () => t('twinspaces.log.joined-member'),
	'left member': () => t('twinspaces.log.left-member'),
	'let-go member': () => t('twinspaces.log.let-go-member'),
};

export function sayDeed({ verb, kind }: Deed): string {
	return said[`${verb} ${kind}`]?.() ?? '';
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
