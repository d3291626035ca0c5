/** Offered kits as safety knows them: whoever may begin with one can report it, and then nobody begins with it any more. */
import { reasonsAmongAdults, type Reportable } from '#domain/safety';
import { NotFound } from '#platform/errors';
import { makerOfKit, takeOffer } from './kits.sql.ts';
import { kitsFor } from './read-kits.ts';

/** The kind under which kits are reported. */
export const kitKind = 'kit';

export const reportableKit: Reportable = {
	outcomes: ['kept', 'removed'],
	reasons: reasonsAmongAdults,
	hidesAtOnce: false,
	async reach(ctx, id) {
		const kit = (await kitsFor(ctx)).find((each) => each.id === id);
		if (!kit) throw new NotFound('kit');
		const maker = await makerOfKit(ctx, id);
		const { summary, aims, workPlan, expectedResults } = kit.plan;
		return {
			room: null,
			author: { person: maker.person },
			school: maker.school,
			byPupil: false,
			isMine: kit.isMine,
			evidence: {
				title: kit.title,
				words: [summary, aims, workPlan, expectedResults].join('\n').slice(0, 20_000),
				locale: kit.locale,
			},
		};
	},
	settled: async (ctx, id, { outcome }) => {
		if (outcome === 'removed') await takeOffer(ctx, id);
	},
};
