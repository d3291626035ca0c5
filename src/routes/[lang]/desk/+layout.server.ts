import type { LayoutServerLoad } from './$types';

/** Which doors the head of the desk shows. It guards nothing: each page asks for what it shows. */
export const load: LayoutServerLoad = ({ locals: { ctx } }) => ({
	atCentralDesk: ctx.actor.kind === 'officer' && ctx.actor.officeKind === 'central',
	moderates: ctx.actor.kind === 'officer' && ['central', 'moderator'].includes(ctx.actor.officeKind),
});
