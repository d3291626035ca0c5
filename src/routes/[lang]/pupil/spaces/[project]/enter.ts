/** How every page of a pupil in a TwinSpace begins: reach it, mend an outdated address, build the simple frame. */
import { redirect } from '@sveltejs/kit';
import type { Post } from '#domain/spaces/updates';
import { twinSpaceFor, type TwinSpace } from '#domain/twinspaces';
import { t } from '#messages/pupils';
import type { IconName } from '#ui/icons.ts';
import type { LeadTo } from '../../../projects/[project]/twinspace/posts-in-words.ts';

export type PupilFrame = {
	readonly space: {
		readonly id: string;
		readonly countries: readonly string[];
		readonly title: string;
		readonly lang: string;
	};
	readonly tools: readonly {
		readonly href: string;
		readonly label: string;
		readonly icon: IconName;
		readonly current: boolean;
	}[];
	readonly alias: string;
	/** Where the pupil's own pages begin, and where they end. */
	readonly home: string;
	readonly leave: string;
};

type Event = {
	readonly locals: App.Locals;
	readonly params: { readonly lang: string; readonly project: string };
	readonly url: URL;
};
type Entered = {
	readonly twinSpace: TwinSpace;
	readonly frame: PupilFrame;
	/** Where the pupil's pages of this TwinSpace begin. */
	readonly home: string;
};

/** Reaches the TwinSpace of the address for the pupil who acts, or throws NotFound. */
export async function enterAsPupil({ locals, params, url }: Event): Promise<Entered> {
	const twinSpace = await twinSpaceFor(locals.ctx, params.project);
	const { space, project, countries } = twinSpace;
	const home = homeOf(params.lang, project.address);
	if (params.project !== project.address) {
		redirect(307, `${home}${url.pathname.split('/').slice(5).map(after).join('')}${url.search}`);
	}
	const frame = {
		space: { id: project.id, countries, title: space.name, lang: space.locale },
		tools: toolsAt(home, url.pathname),
		alias: locals.me?.name ?? '',
		home: `/${params.lang}/pupil/home`,
		leave: `/${params.lang}/pupil/leave`,
	};
	return { twinSpace, frame, home };
}

/** Where the pupils' pages of a project's TwinSpace begin. */
export function homeOf(lang: string, address: string): string {
	return `/${lang}/pupil/spaces/${address}`;
}

/** Where a post stands for the pupil whose membership is `me`. */
export function placeOfPost(home: string, { wall, topic }: Pick<Post, 'wall' | 'topic'>, me: string): string {
	if (topic !== null) return `${home}/forum/threads/${topic}`;
	if (wall === null) return home;
	return wall === me ? `${home}/wall` : `${home}/walls/${wall}`;
}

/** Addresses that grown-ups write lead over a page that says where they go; those that pupils write stay text. */
export function overTheDoor(home: string): LeadTo {
	return (post, place) => (post.by.isPupil ? undefined : `${home}/posts/${post.id}/links/${place}`);
}

function toolsAt(home: string, path: string): PupilFrame['tools'] {
	const tools = [
		{ href: home, label: t('pupils.tool.news'), icon: 'news' as const },
		{ href: `${home}/wall`, label: t('pupils.tool.my-wall'), icon: 'wall' as const },
		{ href: `${home}/pages`, label: t('pupils.tool.pages'), icon: 'book' as const },
		{ href: `${home}/forum`, label: t('pupils.tool.forum'), icon: 'talk' as const },
		{ href: `${home}/materials`, label: t('pupils.tool.materials'), icon: 'picture' as const },
		{ href: `${home}/people`, label: t('pupils.tool.people'), icon: 'people' as const },
	];
	return tools.map((tool) => ({
		...tool,
		current: path === tool.href || (tool.href !== home && path.startsWith(`${tool.href}/`)),
	}));
}

function after(part: string): string {
	return `/${part}`;
}
