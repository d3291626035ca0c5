import { fail, redirect } from '@sveltejs/kit';
import { reasonsInRoom, suspendForm, suspensionDays } from '#domain/safety';
import {
	changeRole,
	letInAgain,
	memberFor,
	removeMember,
	roleForm,
	rolesFor,
	suspendedMemberFor,
	suspendFromSpace,
	type Member,
	type MemberRole,
	type Space,
} from '#domain/spaces';
import { twinSpaceFor } from '#domain/twinspaces';
import { t as r } from '#messages/safety';
import { t } from '#messages/spaces';
import { NotFound } from '#platform/errors';
import { once } from '#platform/forms';
import type { Context } from '#platform/context';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { z } from 'zod';
import { enterTwinSpace } from '../../enter.ts';
import { nameOf } from '../../posts-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const { ctx, locale } = event.locals;
	const { member, until } = await memberOrSuspended(ctx, twinSpace.space, event.params.member);
	return {
		frame,
		suspendedUntil: until && formatDate(until, locale, 'UTC'),
		maySuspend: rights.has(member.isPupil ? 'posts.moderate-pupils' : 'members.remove'),
		days: suspensionDays.map((days) => ({ value: String(days), label: r('safety.suspend.days', { days }) })),
		reasons: reasonsInRoom.map((value) => ({ value, label: r(`safety.reason.${value}`) })),
		told: event.url.searchParams.get('told'),
		home,
		name: nameOf(member),
		list: listOf(member),
		role: member.role as string,
		roles: rolesFor(member.role).map((role: MemberRole) => ({
			value: role,
			label: t(`spaces.role.${role}`),
			note: t(`spaces.role-help.${role}`),
		})),
		mayChange: rights.has('members.change-role'),
		mayRemove: rights.has('members.remove'),
		isFounder: member.role === 'founder',
	};
};

export const actions = {
	role: async ({ request, locals, params }) => {
		const form = await readForm(request, 'change-role', roleForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const member = await memberFor(locals.ctx, space, params.member);
		const change = { space: space.id, member: member.id, role: form.input.role };
		const outcome = await once(locals.ctx, form.sent, (ctx) => changeRole(ctx, change));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/${listOf(member)}?told=changed`);
	},
	remove: async ({ request, locals, params }) => {
		const form = await readForm(request, 'remove-member', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const removal = { space: space.id, member: params.member };
		const outcome = await once(locals.ctx, form.sent, (ctx) => removeMember(ctx, removal));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(
			303,
			`/${params.lang}/projects/${project.address}/twinspace/${listOf(outcome.value)}?told=removed`,
		);
	},
	suspend: async ({ request, locals, params }) => {
		const form = await readForm(request, 'suspend', suspendForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const whom = { space: space.id, member: params.member };
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			suspendFromSpace(ctx, { ...whom, ...form.input }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		const here = `/${params.lang}/projects/${project.address}/twinspace/members/${params.member}`;
		redirect(303, `${here}?told=suspended`);
	},
	'let-in': async ({ request, locals, params }) => {
		const form = await readForm(request, 'let-in', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const whom = { space: space.id, member: params.member };
		await once(locals.ctx, form.sent, (ctx) => letInAgain(ctx, whom));
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/members?told=let-in`);
	},
} satisfies Actions;

/** Who is here, or would be but for a suspension. */
async function memberOrSuspended(ctx: Context, space: Space, id: string) {
	try {
		return { member: await memberFor(ctx, space, id), until: undefined };
	} catch (error) {
		if (!(error instanceof NotFound)) throw error;
		const member = await suspendedMemberFor(ctx, space, id);
		return { member, until: member.until };
	}
}

/** The page that lists members like this one. */
function listOf({ isPupil }: Pick<Member, 'isPupil'>): 'pupils' | 'members' {
	return isPupil ? 'pupils' : 'members';
}
