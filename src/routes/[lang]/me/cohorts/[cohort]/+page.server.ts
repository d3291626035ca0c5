import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/cohorts';
import {
	cohortAgainForm,
	cohortFor,
	inviteAgain,
	sendCohortAgain,
	studentForm,
	withdrawInvitation,
} from '#domain/teacher-education';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { answerAction } from '../../../cases/answer.ts';
import { showCohort } from '../show-cohort.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const { cohort, institution, students, chain } = await cohortFor(ctx, params.cohort);
	const day = (moment: Date | null) => (moment ? formatDate(moment, locale, 'UTC', 'medium') : '');
	return {
		cohort: showCohort(cohort, institution.name, locale),
		students: students.map(({ id, name, email, state, invitedAt, expiresAt, acceptedAt }) => ({
			...{ id, name, email: email ?? '', state },
			stateText: t(`cohorts.invitation.${state}`, {
				date: day(state === 'accepted' ? acceptedAt : state === 'waiting' ? expiresAt : invitedAt),
			}),
		})),
		chain: chain && {
			stages: chain.stages,
			next: chain.next,
			question: chain.openQuestion,
			refused: chain.state === 'refused',
		},
		told: ['made', 'again', 'taken-back', 'sent'].find((word) => url.searchParams.has(word)) as
			'made' | 'again' | 'taken-back' | 'sent' | undefined,
	};
};

export const actions = {
	answer: answerAction,
	invite: async ({ request, locals, params }) => {
		const form = await readForm(request, 'invite-again', studentForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			inviteAgain(ctx, { ...form.input, cohort: params.cohort }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`cohorts.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/cohorts/${params.cohort}?again`);
	},
	withdraw: async ({ request, locals, params }) => {
		const form = await readForm(request, 'withdraw-invitation', studentForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			withdrawInvitation(ctx, { ...form.input, cohort: params.cohort }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`cohorts.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/cohorts/${params.cohort}?taken-back`);
	},
	send: async ({ request, locals, params }) => {
		const form = await readForm(request, 'cohort-again', cohortAgainForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			sendCohortAgain(ctx, { ...form.input, cohort: params.cohort }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`cohorts.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/cohorts/${params.cohort}?sent`);
	},
} satisfies Actions;
