import { noticesFor } from '#domain/notices';
import { missingIn, ownAffiliations, ownOffices, ownProfile } from '#domain/people';
import { institutionsAmong } from '#domain/schools';
import { formatRelative } from '#shared/format';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const atDesk = ctx.actor.kind === 'officer';
	const places = await ownAffiliations(ctx);
	const validated = places.flatMap(({ card, state }) => (state === 'validated' ? [card.id] : []));
	const offices = await ownOffices(ctx);
	const notices = await noticesFor(ctx);
	return {
		welcome: url.searchParams.has('welcome'),
		atDesk,
		validated: ctx.actor.kind === 'teacher',
		educates: (await institutionsAmong(ctx, validated)).length > 0,
		places: places.map(({ id, card, state, chain }) => ({
			id,
			school: card.name,
			town: card.town,
			state: state === 'validated' ? ('validated' as const) : (chain?.state ?? 'running'),
			holder: chain?.holder ?? '',
			since: chain?.sinceText ?? '',
			yours: chain?.applicantHolds ?? false,
		})),
		offices: offices.map(({ id, organisation }) => ({ id, organisation: organisation.name })),
		missing: atDesk ? [] : missingIn(await ownProfile(ctx)),
		notices: notices.slice(0, 3).map(({ toldAt, path, ...notice }) => ({
			...notice,
			href: `/${locale}${path}`,
			told: formatRelative(toldAt, ctx.now, locale),
		})),
	};
};
