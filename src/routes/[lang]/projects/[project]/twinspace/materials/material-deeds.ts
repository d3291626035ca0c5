/** What members do with materials, for grown-ups and pupils alike: afterwards they are where they were. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { tagForm } from '#domain/spaces';
import {
	binFolder,
	binMaterial,
	captionsForm,
	changeCaptions,
	changeMaterial,
	folderForm,
	hideMaterial,
	hidingForm,
	makeFolder,
	materialForm,
	outForm,
	renameFolder,
	renameForm,
	showMaterial,
	tagMaterial,
	takeFolderOut,
	takeMaterialOut,
} from '#domain/spaces/materials';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/materials';
import { t as s } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';

/** Where the pages of the space begin: for grown-ups, or for pupils. */
type HomeOf = (lang: string, address: string) => string;
type Event = RequestEvent;

const nothing = z.object({});

async function at(event: Event, homeOf: HomeOf) {
	const { lang = '', project: address = '' } = event.params;
	const { space, project } = await twinSpaceFor(event.locals.ctx, address);
	return { space: space.id, locale: event.locals.locale, home: `${homeOf(lang, project.address)}/materials` };
}

/** Puts something out of the bin again: from the bin, or at once after it was thrown away. */
export function takeOut(homeOf: HomeOf) {
	return async (event: Event) => {
		const form = await readForm(event.request, 'take-out', outForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { kind, id } = form.input;
		const { space, home } = await at(event, homeOf);
		if (kind === 'folder') {
			await once(event.locals.ctx, form.sent, (ctx) => takeFolderOut(ctx, { space, folder: id }));
			redirect(303, `${home}/folders/${id}`);
		}
		await once(event.locals.ctx, form.sent, (ctx) => takeMaterialOut(ctx, { space, material: id }));
		redirect(303, `${home}/files/${id}`);
	};
}

/** Folders and albums. */
export function folderDeeds(homeOf: HomeOf) {
	return {
		make: async (event: Event) => {
			const form = await readForm(event.request, 'make-folder', folderForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { space, home, locale } = await at(event, homeOf);
			const outcome = await once(event.locals.ctx, form.sent, (ctx) =>
				makeFolder(ctx, { space, locale, ...form.input }),
			);
			if (!outcome.ok) return fail(409, { reply: form.refusal(t(`materials.refusal.${outcome.reason}`)) });
			redirect(303, `${home}/folders/${outcome.value.folder}`);
		},
		rename: async (event: Event) => {
			const form = await readForm(event.request, 'rename-folder', renameForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { space, home } = await at(event, homeOf);
			const folder = event.params['folder'] ?? '';
			const { name, language } = form.input;
			await once(event.locals.ctx, form.sent, (ctx) =>
				renameFolder(ctx, { space, folder, name, locale: language }),
			);
			redirect(303, `${home}/folders/${folder}`);
		},
		bin: async (event: Event) => {
			const form = await readForm(event.request, 'bin-folder', nothing);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { space, home } = await at(event, homeOf);
			const folder = event.params['folder'] ?? '';
			await once(event.locals.ctx, form.sent, (ctx) => binFolder(ctx, { space, folder }));
			redirect(303, `${home}?told=binned&undo=folder-${folder}`);
		},
	};
}

/** One material. */
export function materialDeeds(homeOf: HomeOf) {
	const here = async (event: Event) => {
		const { space, home } = await at(event, homeOf);
		return { space, home, material: event.params['material'] ?? '' };
	};
	return {
		change: async (event: Event) => {
			const form = await readForm(event.request, 'change-material', materialForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { home, ...material } = await here(event);
			const { language: locale, folder, ...words } = form.input;
			const place = folder === '' ? null : folder;
			await once(event.locals.ctx, form.sent, (ctx) =>
				changeMaterial(ctx, { ...material, ...words, locale, folder: place }),
			);
			redirect(303, `${home}/files/${material.material}?told=changed`);
		},
		bin: async (event: Event) => {
			const form = await readForm(event.request, 'bin-material', nothing);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { home, ...material } = await here(event);
			const outcome = await once(event.locals.ctx, form.sent, (ctx) => binMaterial(ctx, material));
			const place = outcome.value.folder === null ? home : `${home}/folders/${outcome.value.folder}`;
			redirect(303, `${place}?told=binned&undo=material-${material.material}`);
		},
	};
}

/** What only grown-ups do with one: look after it, and give a video its captions. */
export function lookingAfter(homeOf: HomeOf) {
	const here = async (event: Event) => {
		const { space, home } = await at(event, homeOf);
		const material = event.params['material'] ?? '';
		return { material: { space, material }, place: `${home}/files/${material}` };
	};
	return {
		hide: async (event: Event) => {
			const form = await readForm(event.request, 'hide-material', hidingForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { material, place } = await here(event);
			await once(event.locals.ctx, form.sent, (ctx) => hideMaterial(ctx, { ...material, ...form.input }));
			redirect(303, place);
		},
		show: async (event: Event) => {
			const form = await readForm(event.request, 'show-material', nothing);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { material, place } = await here(event);
			await once(event.locals.ctx, form.sent, (ctx) => showMaterial(ctx, material));
			redirect(303, place);
		},
		tag: async (event: Event) => {
			const form = await readForm(event.request, 'tag-material', tagForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { material, place } = await here(event);
			const tags = { ...material, ...form.input };
			const outcome = await once(event.locals.ctx, form.sent, (ctx) => tagMaterial(ctx, tags));
			if (!outcome.ok)
				return fail(409, { reply: form.refusal(s(`spaces.guard.${outcome.reason}`), outcome.field) });
			redirect(303, `${place}?told=changed`);
		},
		captions: async (event: Event) => {
			const form = await readForm(event.request, 'captions', captionsForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { material, place } = await here(event);
			const { language: locale } = form.input;
			await once(event.locals.ctx, form.sent, (ctx) => changeCaptions(ctx, { ...material, locale }));
			redirect(303, `${place}?told=changed`);
		},
		'no-captions': async (event: Event) => {
			const form = await readForm(event.request, 'no-captions', nothing);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { material, place } = await here(event);
			await once(event.locals.ctx, form.sent, (ctx) =>
				changeCaptions(ctx, { ...material, locale: undefined }),
			);
			redirect(303, place);
		},
	};
}
