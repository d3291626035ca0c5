/** The first page of a copy: what it is, who worked on it, and where everything lies. */
import { countryLabels, footnotesOf } from '#domain/places';
import { membersFor, type Member } from '#domain/spaces';
import { t } from '#messages/copies';
import { t as s } from '#messages/spaces';
import { formatDate } from '#shared/format';
import { html, type Markup } from '#shared/html';
import { hrefOf } from './leaf.ts';
import { titleOf, type PlacedFolder } from './materials.ts';
import type { PlacedDiscussion } from './forum.ts';
import type { PlacedPage } from './pages.ts';
import type { Reader } from './reader.ts';
import type { PlacedWall } from './walls.ts';

export type Placed = {
	readonly pages: readonly PlacedPage[];
	readonly folders: readonly PlacedFolder[];
	readonly discussions: readonly PlacedDiscussion[];
	readonly walls: readonly PlacedWall[];
};

export async function coverBody(reader: Reader, placed: Placed): Promise<Markup> {
	const { ctx, twinSpace } = reader;
	const { space } = twinSpace;
	const members = await membersFor(ctx, space);
	const adults = members.filter(({ isPupil }) => !isPupil);
	const pupils = members.length - adults.length;
	const date = formatDate(ctx.now, ctx.locale, 'UTC');
	return html`<p class="soft">
			${t('copies.cover.made', { date })}${
				space.archivedAt !== null &&
				html` ${t('copies.cover.closed', { date: formatDate(space.archivedAt, ctx.locale, 'UTC') })}`
			}
		</p>
		${space.description !== '' && html`<p class="words" lang="${space.locale}" dir="auto">${space.description}</p>`}
		<p class="note">${t('copies.cover.care')}</p>
		${await schoolsOf(reader, members)}
		<h2>${t('copies.cover.adults')}</h2>
		<ul>
			${adults.map((each) => adultAsHtml(reader, each))}
		</ul>
		${pupils > 0 && html`<p>${t('copies.cover.pupils', { count: pupils })}</p>`} ${placesOf(reader, placed)} `;
}

async function schoolsOf({ ctx }: Reader, members: readonly Member[]): Promise<Markup> {
	const labels = await countryLabels(ctx);
	const schools = new Map(members.flatMap(({ school }) => (school === null ? [] : [[school.id, school]])));
	const countries = [...schools.values()].map(({ country }) => labels(country));
	return html`<h2>${t('copies.cover.schools')}</h2>
		<ul>
			${[...schools.values()].map(
				({ name, country }) => html`<li><span dir="auto">${name}</span>, ${labels(country).name}</li>`,
			)}
		</ul>
		${footnotesOf(countries).map((note) => html`<p class="soft">${note}</p>`)}`;
}

function adultAsHtml({ nameOf }: Reader, member: Member): Markup {
	const place = member.school === null ? html`` : html`, <span dir="auto">${member.school.name}</span>`;
	return html`<li><b dir="auto">${nameOf(member)}</b>, ${s(`spaces.role.${member.role}`)}${place}</li>`;
}

function placesOf(reader: Reader, { pages, folders, discussions, walls }: Placed): Markup {
	const threads = discussions.flatMap((discussion) => discussion.threads);
	return html`<h2 id="updates">${t('copies.updates.title')}</h2>
		<p><a href="updates.html">${t('copies.updates.all')}</a></p>
		${listed('pages', t('copies.pages.title'), pagesBelow(reader, pages, null))}
		${listed(
			'materials',
			t('copies.materials.title'),
			folders.map((each) => linked(each.path, titleOf(each), each.folder?.locale)),
		)}
		${
			threads.length > 0 &&
			html`<h2 id="forum">${t('copies.forum.title')}</h2>
				${discussions.map(
					({ title, locale, threads: own }) =>
						html`<h3 lang="${locale}" dir="auto">${title}</h3>
							<ul>
								${own.map((each) => linked(each.path, reader.withoutAliases(each.title), each.locale))}
							</ul> `,
				)}`
		}
		${listed(
			'walls',
			t('copies.walls.title'),
			walls.map(({ path, title }) => linked(path, title)),
		)}
		<h2 id="tables">${t('copies.tables.title')}</h2>
		<ul>
			${[
				linked('tables/members.csv', t('copies.tables.members')),
				linked('tables/posts.csv', t('copies.tables.posts')),
				linked('tables/materials.csv', t('copies.tables.materials')),
				linked('manifest.json', t('copies.tables.manifest')),
			]}
		</ul>
		<h2 id="teachers">${t('copies.bulletin.title')}</h2>
		<p>
			${t('copies.bulletin.care')} <a href="teachers/bulletin.html">${t('copies.bulletin.open')}</a> ·
			<a href="teachers/bulletin.csv">${t('copies.bulletin.table')}</a>
		</p>`;
}

/** The pages as the tree they are; those below one that did not come along stand at the top. */
function pagesBelow(reader: Reader, pages: Placed['pages'], parent: string | null): Markup[] {
	const known = new Set(pages.map(({ page }) => page.id));
	return pages
		.filter(({ page }) => (page.parent !== null && known.has(page.parent) ? page.parent : null) === parent)
		.map(({ page, path }) => {
			const below = pagesBelow(reader, pages, page.id);
			const link = linked(path, reader.withoutAliases(page.title), page.locale);
			return below.length === 0
				? link
				: html`${link}
						<li class="below">
							<ul>
								${below}
							</ul>
						</li>`;
		});
}

function listed(id: string, title: string, items: readonly Markup[]): Markup {
	return items.length === 0
		? html``
		: html`<h2 id="${id}">${title}</h2>
				<ul>
					${items}
				</ul> `;
}

function linked(path: string, title: string, lang?: string): Markup {
	return html`<li>
		<a href="${hrefOf(path)}" ${lang === undefined ? html`` : html` lang="${lang}"`} dir="auto">${title}</a>
	</li>`;
}
