import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signOut } from '#domain/people';
import { pupilCookie, signInByPictures, signOutPupil, signsAtDoor } from '#domain/pupils';
import { t } from '#messages/pupils';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { optionalWholeNumber, text } from '#shared/form-fields';
import { signs } from '#shared/pictures';
import { handOn } from '../../hand-on.ts';
import { inOneRow, isFull, tap, tapped } from '../tapped-pictures.ts';
import type { Actions } from './$types';

/** The class's code, then the own sign, then four taps: each step carries on what came before. */
const stepForm = z.object({ card: text(200), sign: optionalWholeNumber(0, signs - 1), tapped, picture: tap });

export const actions = {
	enter: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'enter', stepForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { ctx } = locals;
		const { card, sign } = form.input;
		const pictures = [...form.input.tapped, ...form.input.picture];
		const at = { code: card, network: networkOf(locals.client) };
		const refuse = (reason: 'not-a-code' | 'door-shut' | 'wrong-pictures' | 'too-often', step?: object) =>
			fail(reason === 'too-often' ? 429 : 401, {
				...step,
				reply: form.refusal(t(`pupils.refusal.${reason}`)),
			});
		if (sign === undefined) {
			const door = await signsAtDoor(ctx, at).catch(refusedTooOften);
			return door.ok ? { card, signs: door.value } : refuse(door.reason);
		}
		if (!isFull(pictures)) return { card, sign, tapped: inOneRow(pictures), count: pictures.length };
		const opened = await signInByPictures(ctx, { ...at, sign, pictures }).catch(refusedTooOften);
		if (!opened.ok) {
			const isMine = opened.reason === 'wrong-pictures' || opened.reason === 'too-often';
			return refuse(opened.reason, isMine ? { card, sign, tapped: '', count: 0 } : {});
		}
		if ('person' in ctx.actor) handOn(cookies, ...(await signOut(ctx)).cookies);
		if (ctx.actor.kind === 'pupil') await signOutPupil(ctx, request.headers);
		handOn(cookies, pupilCookie(opened.value.token, opened.value.endsAt, ctx.now));
		redirect(303, `/${params.lang}/pupil/home`);
	},
} satisfies Actions;
