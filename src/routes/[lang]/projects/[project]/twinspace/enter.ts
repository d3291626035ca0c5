/** How every page of a TwinSpace begins: reach it, mend an outdated address, build its frame. */
import { redirect } from '@sveltejs/kit';
import { openMattersIn } from '#domain/safety';
import { rightsIn, type Right } from '#domain/spaces';
import { twinSpaceFor, type TwinSpace } from '#domain/twinspaces';
import { t } from '#messages/twinspaces';
import type { Context } from '#platform/context';
import { formatDate } from '#shared/format';
import { isLocale } from '#shared/locales';
import type { Tool } from '#ui/SpaceShell.svelte';

/** What the frame of a TwinSpace shows around each of its pages. */
export type Frame = {
	readonly space: {
		readonly id: string;
		readonly countries: readonly string[];
		readonly title: string;
		readonly href: string;
		readonly lang: string | undefined;
	};
	readonly tools: readonly Tool[];
	/** Since when it is only read, in words. */
	readonly closed: string | undefined;
};

type Event = {
	readonly locals: App.Locals;
	readonly params: { readonly lang: string; readonly project: string };
	readonly url: URL;
};
type Entered = {
	readonly twinSpace: TwinSpace;
	readonly frame: Frame;
	/** The address of the TwinSpace's home page, to which the other pages' addresses are added. */
	readonly home: string;
	readonly rights: ReadonlySet<Right>;
};

/** Reaches the TwinSpace of the address, or throws NotFound. */
export async function enterTwinSpace({ locals, params, url }: Event): Promise<Entered> {
	const twinSpace = await twinSpaceFor(locals.ctx, params.project);
	const { address } = twinSpace.project;
	if (params.project !== address) {
		redirect(307, `${url.pathname.replace(`/${params.project}/`, `/${address}/`)}${url.search}`);
	}
	const home = `/${params.lang}/projects/${address}/twinspace`;
	const rights = rightsIn(twinSpace.space);
	return { twinSpace, frame: await frameOf(locals.ctx, twinSpace, rights, home, url.pathname), home, rights };
}

async function frameOf(
	ctx: Context,
	{ space, project, countries }: TwinSpace,
	rights: ReadonlySet<Right>,
	home: string,
	path: string,
): Promise<Frame> {
	const reports = rights.has('reports.settle') ? await openMattersIn(ctx, space.id) : undefined;
	const tools = toolsAt(home, rights, reports).map((tool) => ({
		...tool,
		current: tool.href === home ? path === home : path === tool.href || path.startsWith(`${tool.href}/`),
	}));
	const lang = isLocale(space.locale) && space.locale === ctx.locale ? undefined : space.locale;
	return {
		space: { id: project.id, countries, title: space.name, href: home, lang },
		tools,
		closed:
			space.archivedAt === null
				? undefined
				: t('twinspaces.archive.closed', { date: formatDate(space.archivedAt, ctx.locale, 'UTC') }),
	};
}

function toolsAt(home: string, rights: ReadonlySet<Right>, reports: number | undefined): Tool[] {
	const tools: Tool[] = [
		{ href: home, label: t('twinspaces.tool.home'), icon: 'home' },
		{ href: `${home}/updates`, label: t('twinspaces.tool.updates'), icon: 'news' },
		{ href: `${home}/pages`, label: t('twinspaces.tool.pages'), icon: 'page' },
		{ href: `${home}/materials`, label: t('twinspaces.tool.materials'), icon: 'folder' },
		{ href: `${home}/forum`, label: t('twinspaces.tool.forum'), icon: 'talk' },
		{ href: `${home}/pupils`, label: t('twinspaces.tool.pupils'), icon: 'wall' },
		{ href: `${home}/members`, label: t('twinspaces.tool.members'), icon: 'people' },
	];
	if (reports !== undefined) {
		tools.push({
			href: `${home}/reports`,
			label: t('twinspaces.tool.reports'),
			icon: 'flag',
			fresh: reports,
		});
		tools.push({ href: `${home}/log`, label: t('twinspaces.tool.log'), icon: 'clock' });
	}
	if (rights.has('bulletin.read')) {
		tools.push({ href: `${home}/bulletin`, label: t('twinspaces.tool.bulletin'), icon: 'pin' });
	}
	if (rights.has('space.take-along')) {
		tools.push({ href: `${home}/archive`, label: t('twinspaces.tool.archive'), icon: 'save' });
	}
	if (rights.has('space.change')) {
		tools.push({ href: `${home}/settings`, label: t('twinspaces.tool.settings'), icon: 'pencil' });
	}
	return tools;
}
