/** How every page of a pupil in a TwinSpace begins: reach it, build the simple frame. */
import { twinSpaceFor, type TwinSpace } from '#domain/twinspaces';
import { t } from '#messages/pupils';
import type { IconName } from '#ui/icons.ts';

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
	readonly leave: string;
};

type Event = {
	readonly locals: App.Locals;
	readonly params: { readonly lang: string; readonly project: string };
	readonly url: URL;
};

/** Reaches the TwinSpace of the address as the pupil who acts, or throws NotFound. */
export async function enterAsPupil({ locals, params, url }: Event): Promise<{
	readonly twinSpace: TwinSpace;
	readonly frame: PupilFrame;
	/** Where the pupil's own pages of this TwinSpace begin. */
	readonly home: string;
}> {
	const twinSpace = await twinSpaceFor(locals.ctx, params.project);
	const { space, project, countries } = twinSpace;
	const home = `/${params.lang}/pupil/spaces/${project.address}`;
	const tools = [
		{ href: home, label: t('pupils.tool.my-wall'), icon: 'wall' as const },
		{ href: `${home}/walls`, label: t('pupils.tool.walls'), icon: 'people' as const },
	];
	const frame = {
		space: { id: project.id, countries, title: space.name, lang: space.locale },
		tools: tools.map((tool) => ({
			...tool,
			current: url.pathname === tool.href || (tool.href !== home && url.pathname.startsWith(`${tool.href}/`)),
		})),
		alias: locals.me?.name ?? '',
		leave: `/${params.lang}/pupil/leave`,
	};
	return { twinSpace, frame, home };
}
