/** What a page only names, drawn for reading: materials of its space, and what stands outside, loaded by a click. */
import { t } from '#messages/spaces';
import { formatFileSize } from '#shared/format';
import { html, type Markup } from '#shared/html';
import { direction, type Locale } from '#shared/locales';
import type { Embed, MaterialBlock } from '#shared/rich-text/content';
import { embedded } from '#shared/rich-text/embeds';

/** A material as its reader may see it. */
export type ShownMaterial = {
	readonly kind: 'picture' | 'video' | 'audio' | 'document';
	readonly file: string;
	readonly name: string;
	readonly alternative: string;
	readonly locale: string;
	readonly bytes: number;
	readonly video: 'waiting' | 'made' | 'failed' | null;
	readonly captions: { readonly file: string; readonly locale: string } | null;
};

/** Only what is shown of it: not who added it. */
export function asShown(material: ShownMaterial): ShownMaterial {
	const { kind, file, name, alternative, locale, bytes, video, captions } = material;
	return { kind, file, name, alternative, locale, bytes, video, captions };
}

/** The material with its caption; where it is not there for the reader, a line that says so. */
export function drawMaterial(
	{ caption }: MaterialBlock['attrs'],
	material: ShownMaterial | undefined,
	locale: Locale,
): string {
	if (!material) return html`<p class="away">${t('spaces.material.away')}</p>`.markup;
	const words = caption !== '' && html`<figcaption>${caption}</figcaption>`;
	return html`<figure>${thingOf(material, locale)}${words}</figure>`.markup;
}

function thingOf(material: ShownMaterial, locale: Locale): Markup {
	const { kind, file, name, alternative, locale: lang, video, captions } = material;
	if (kind === 'picture')
		return html`<img
			src="/files/${file}/medium"
			srcset="/files/${file}/small 480w, /files/${file}/medium 960w, /files/${file}/large 1920w"
			sizes="(min-width: 48rem) 40rem, 94vw"
			alt="${alternative}"
			lang="${lang}"
			loading="lazy"
			decoding="async"
		/>`;
	if (kind === 'audio')
		return html`<audio controls preload="none" src="/files/${file}/whole" aria-label="${name}"></audio>`;
	if (kind === 'video' && video === 'made')
		return html`<video
			controls
			preload="none"
			src="/files/${file}/video"
			poster="/files/${file}/poster"
			aria-label="${name}"
		>
			${
				captions !== null &&
				html`<track
					kind="captions"
					src="/files/${captions.file}/whole"
					srclang="${captions.locale}"
					label="${captions.locale}"
					default
				/>`
			}
		</video>`;
	if (video === 'waiting') return html`<p class="away">${t('spaces.material.waiting', { name })}</p>`;
	return html`<p class="file">
		<a href="/files/${file}/whole" lang="${lang}" dir="auto">${name}</a>
		<span class="size">${formatFileSize(material.bytes, locale)}</span>
	</p>`;
}

/**
 * A frame that holds nothing but a link to the provider: whoever follows it loads the provider's page into the frame,
 * and before that nobody outside learns anything. It needs no script. A pupil is not led out to the provider itself.
 */
export function drawEmbed({ title, ...named }: Embed['attrs'], locale: Locale, leadsOut: boolean): string {
	const { name, player, page } = embedded(named);
	const inside = html`<!doctype html>
		<html lang="${locale}" dir="${direction(locale)}">
			<meta name="color-scheme" content="light dark" />
			<title>${title}</title>
			<body style="${bodyStyle}">
				<a style="${linkStyle}" referrerpolicy="origin" href="${player}"
					>${t('spaces.embed.show', { provider: name })}</a
				>
			</body>
		</html>`;
	const there =
		leadsOut &&
		html` <a href="${page}" rel="noopener noreferrer nofollow ugc"
			>${t('spaces.embed.there', { provider: name })}</a
		>`;
	return html`<figure class="embed">
		<iframe
			title="${title}"
			srcdoc="${inside.markup}"
			sandbox="allow-scripts allow-same-origin allow-popups allow-forms"
			allow="fullscreen; encrypted-media; picture-in-picture"
			allowfullscreen
			loading="lazy"
		></iframe>
		<figcaption>
			<span dir="auto">${title}</span> <small>${t('spaces.embed.told', { provider: name })}${there}</small>
		</figcaption>
	</figure>`.markup;
}

const bodyStyle = 'margin:0;min-height:100vh;display:grid;place-items:center;font:600 17px sans-serif';
const linkStyle =
	'padding:12px 20px;border-radius:8px;background:#0b5c58;color:#fff;text-align:center;text-decoration:none';
