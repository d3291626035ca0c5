/** What the forms of materials send. */
import { z } from 'zod';
import { choice, id, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';
import { folderKinds, hidingReasons, materialLimits } from './material.ts';

/** A new folder or album. */
export const folderForm = z.object({ name: text(materialLimits.folderName), kind: choice(folderKinds) });

/** Another name for one. */
export const renameForm = z.object({ name: text(materialLimits.folderName), language: choice(languages) });

/** What a material is called, what it shows, and where it lies. */
export const materialForm = z.object({
	name: text(materialLimits.name),
	alternative: optionalText(materialLimits.alternative),
	language: choice(languages),
	folder: z.union([z.literal(''), id()]).default(''),
});

/** Why a teacher hides a material. */
export const hidingForm = z.object({
	reason: choice(hidingReasons),
	words: optionalText(materialLimits.reasonWords),
});

/** What comes out of the bin. */
export const outForm = z.object({ kind: choice(['folder', 'material']), id: id() });

/** In which language captions are. */
export const captionsForm = z.object({ language: choice(languages) });
