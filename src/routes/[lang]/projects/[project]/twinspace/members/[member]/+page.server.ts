import { fail, redirect } from '@sveltejs/kit';
import {
	changeRole,
	memberFor,
	removeMember,
	roleForm,
	rolesFor,
	type Member,
	type MemberRole,
} from '#domain/spaces';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { enterTwinSpace } from '../../enter.ts';
import { nameOf } from '../../posts-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const member = await memberFor(event.locals.ctx, twinSpace.space, event.params.member);
	return {
		frame,
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
} satisfies Actions;

/** The page that lists members like this one. */
function listOf({ isPupil }: Pick<Member, 'isPupil'>): 'pupils' | 'members' {
	return isPupil ? 'pupils' : 'members';
}
