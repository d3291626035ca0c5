/** Keeps the lines by which teachers and posts are found true to what their owners say. */
import { findablePeople, validatedPage, type FindablePerson } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { PersonId } from '#shared/actor';
import { searchable } from '#shared/folding';
import { personsAtSchools, replaceEntries, type SearchEntry } from './entries.sql.ts';
import type { Post } from './post.ts';
import { runningPostsOf } from './posts.sql.ts';
import { subjectWords } from './subject-words.ts';

/** So much of what was written stands on a card. */
const shown = 240;
const atOnce = 200;

/**
 * Makes the lines of these persons and of their posts anew; whoever cannot be found any more loses them. Runs
 * in the transaction of what changed, whoever acts: open-to-all.
 */
export async function refreshPeople(ctx: Context, persons: readonly PersonId[]): Promise<void> {
	const all = [...new Set(persons)];
	for (let from = 0; from < all.length; from += atOnce) {
		const some = all.slice(from, from + atOnce);
		const found = await findablePeople(ctx, some);
		const posts = await runningPostsOf(
			ctx,
			found.map(({ id }) => id),
		);
		const authors = new Map(found.map((person) => [person.id, person]));
		const ofPosts = posts.flatMap((post) => {
			const author = authors.get(post.author);
			return author ? [entryOfPost(post, author)] : [];
		});
		await replaceEntries(ctx, some, [...found.map(entryOfPerson), ...ofPosts]);
	}
}

/** The teachers found under these schools, after a school has got another name or town. */
export async function refreshSchools(ctx: Context, schools: readonly string[]): Promise<void> {
	await refreshPeople(ctx, await personsAtSchools(ctx, schools));
}

/** All lines anew, for an installation whose lines were lost or are of an older kind; the machine only: open-to-all. */
export async function rebuildEntries(ctx: Context): Promise<number> {
	let count = 0;
	for (let last: PersonId | undefined; ;) {
		const page = await validatedPage(ctx, last, atOnce);
		if (page.length === 0) return count;
		await inTransaction(ctx, (inside) => refreshPeople(inside, page));
		count += page.length;
		last = page.at(-1);
	}
}

function entryOfPerson(person: FindablePerson): SearchEntry {
	const { school } = person;
	return {
		...common(person),
		kind: 'person',
		thing_id: person.id,
		languages: [...person.languages],
		subjects: [...person.subjects],
		ages_from: person.agesFrom,
		ages_to: person.agesTo,
		available: person.available,
		title: null,
		words: beginning(person.about),
		locale: person.aboutLocale,
		expires_at: null,
		head: folded(person.name, school.name, school.town),
		folded: folded(person.name, school.name, school.town, person.about, ...subjectWords(person.subjects)),
		fresh_at: person.changedAt,
	};
}

function entryOfPost(post: Post, author: FindablePerson): SearchEntry {
	const { school } = author;
	return {
		...common(author),
		kind: post.kind,
		thing_id: post.id,
		languages: [...post.languages],
		subjects: [...post.subjects],
		ages_from: post.agesFrom,
		ages_to: post.agesTo,
		available: author.available,
		title: post.title,
		words: beginning(post.words),
		locale: post.locale,
		expires_at: post.expiresAt,
		head: folded(post.title),
		folded: folded(
			post.title,
			post.words,
			author.name,
			school.name,
			school.town,
			...subjectWords(post.subjects),
		),
		fresh_at: post.postedAt,
	};
}

function common(person: FindablePerson) {
	return { person_id: person.id, school_id: person.school.id, country: person.school.country };
}

function folded(...texts: readonly string[]): string {
	return ` ${searchable(texts.join(' '))}`;
}

function beginning(text: string): string {
	return text.length <= shown ? text : `${text.slice(0, shown).replace(/\s+\S*$/, '')} …`;
}
