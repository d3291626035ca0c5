/** How a request runs: each step is one file in hooks/, in this order. */
import { sequence, type Handle, type ServerInit } from '@sveltejs/kit/hooks';
import { checkAccess } from './hooks/check-access.ts';
import { checkOrigin } from './hooks/check-origin.ts';
import { chooseLanguage } from './hooks/choose-language.ts';
import { explainFailures } from './hooks/explain-failures.ts';
import { frameEmbeds } from './hooks/frame-embeds.ts';
import { lookHarmlessly } from './hooks/look-harmlessly.ts';
import { recogniseActor } from './hooks/recognise-actor.ts';
import { writeHead } from './hooks/write-head.ts';
import { startWeb } from './server/processes/web.ts';

export { handleError } from './hooks/translate-errors.ts';

export const init: ServerInit = startWeb;

export const handle: Handle = sequence(
	chooseLanguage,
	checkOrigin,
	explainFailures,
	writeHead,
	recogniseActor,
	checkAccess,
	frameEmbeds,
	lookHarmlessly,
);
