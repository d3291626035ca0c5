/** The demo's quality labels: two that were awarded, and an application that waits at a desk. */
import type { Context } from '#platform/context';
import { applicationIn, applies, decides } from './a-label.ts';
import { officer, teacher, type offices } from './index.ts';
import { must } from './must.ts';
import type { PersonName } from './names.ts';

type DemoLabel = {
	readonly project: string;
	readonly by: PersonName;
	/** Who awards it, and with how many points for each criterion; nobody yet, where it waits. */
	readonly awarded?: { readonly by: keyof typeof offices; readonly points: number };
	readonly daysAgo: number;
};

const demoLabels: readonly DemoLabel[] = [
	{ project: 'Two rivers', by: 'ines', awarded: { by: 'rui', points: 4 }, daysAgo: 6 },
	{ project: 'Une mer, deux rives', by: 'amelie', awarded: { by: 'claire', points: 5 }, daysAgo: 4 },
	{ project: 'Two rivers', by: 'freja', daysAgo: 2 },
];

/** Once, when the demo's TwinSpaces are there. */
export async function addDemoLabels(ctx: Context, projects: ReadonlyMap<string, string>): Promise<void> {
	for (const { project, by, awarded, daysAgo } of demoLabels) {
		const then = { ...ctx, now: new Date(ctx.now.getTime() - daysAgo * 24 * 3600 * 1000) };
		const own = { ...then, actor: teacher(by) };
		const shortId = projects.get(project) ?? '';
		must(await applies(own, shortId));
		if (!awarded) continue;
		const application = await applicationIn(own, shortId);
		const desk = { ...then, actor: await officer(ctx, awarded.by) };
		must(await decides(desk, application?.case ?? '', awarded.points, true));
	}
}
