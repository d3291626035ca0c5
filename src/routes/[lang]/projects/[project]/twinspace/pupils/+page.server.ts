import { fail, redirect } from '@sveltejs/kit';
import { classesFor } from '#domain/pupils';
import { countryLabels } from '#domain/places';
import { formerPupilsFor, membersFor } from '#domain/spaces';
import { bringClass, bringClassForm, classesOfTwinSpace, twinSpaceFor } from '#domain/twinspaces';
import { t as s } from '#messages/spaces';
import { t } from '#messages/twinspaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../enter.ts';
import { nameOf } from '../posts-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const [members, former, classes, label] = await Promise.all([
		membersFor(ctx, twinSpace.space),
		formerPupilsFor(ctx, twinSpace.space),
		classesOfTwinSpace(ctx, twinSpace),
		countryLabels(ctx),
	]);
	const mine = rights.has('pupils.invite') ? await classesFor(ctx) : [];
	const here = new Set(classes.map((each) => each.id));
	const pupils = members.filter((member) => member.isPupil);
	return {
		frame,
		home,
		classes: classes.map(({ id, name, school }) => ({
			id,
			name: t('twinspaces.pupils.class', { name, school: school.name }),
			country: { code: school.country, name: label(school.country).name },
			pupils: pupils
				.filter((pupil) => pupil.class === id)
				.map((pupil) => ({
					id: pupil.id,
					name: nameOf(pupil),
					role: pupil.role === 'pupil-administrator' ? s(`spaces.role.${pupil.role}`) : undefined,
				})),
		})),
		former: former.map((pupil) => ({ id: pupil.id, name: nameOf(pupil) })),
		mayBring: rights.has('pupils.invite'),
		bringable: mine
			.filter((each) => each.endedAt === undefined && !here.has(each.id))
			.map((each) => ({ value: each.id, label: each.name })),
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	bring: async ({ request, locals, params }) => {
		const form = await readForm(request, 'bring-class', bringClassForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			bringClass(ctx, { space: space.id, ...form.input }),
		);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`twinspaces.refusal.${outcome.reason}`), 'class') });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pupils?told=brought`);
	},
} satisfies Actions;
