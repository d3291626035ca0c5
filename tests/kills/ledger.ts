// The book of everything that the platform acknowledged, and how it is compared with the database and with the pages.
import pg, { type ClientConfig } from 'pg';
import type { Answer } from '../world/visiting.ts';
import type { Person } from './person.ts';

/** For each kind of write: where its marks stand in the database. One row for each time it was done. */
const traces = {
	'asked to join': 'select email as mark from people.joining where email = any($1)',
	'letter written':
		'select to_address as mark from platform.mail where to_address = any($1) and secret_link is not null',
	joined: 'select email as mark from people.person where email = any($1)',
	'school stated': `select email as mark from people.affiliation join people.person person on person.id = person_id
		where email = any($1)`,
	'step granted': `select step_id::text as mark from support.step_decision where step_id::text = any($1)`,
	'profile saved': 'select about as mark from people.profile where about = any($1)',
	'partner post written': 'select title as mark from partner_finding.post where title = any($1)',
	'contact asked': 'select message as mark from contacts.request where message = any($1)',
	'contact told': `select message as mark from contacts.request request
		join notices.notice notice on notice.person_id = request.to_person_id and notice.kind = 'contact-requested'
		where message = any($1)`,
	'contact made': `select message as mark from contacts.request request join contacts.contact contact
		on (person_a_id, person_b_id) = (least(from_person_id, to_person_id), greatest(from_person_id, to_person_id))
		where message = any($1)`,
	'project founded': 'select title as mark from projects.project where title = any($1)',
	'plan sent': `select title as mark from projects.cofounder_invitation join projects.project project
		on project.id = project_id where title = any($1)`,
	'invitation accepted': `select title as mark from projects.submission join projects.project project
		on project.id = project_id where title = any($1)`,
	'TwinSpace opened': `select title as mark from twinspaces.twinspace join projects.project project
		on project.id = project_id where title = any($1)`,
	'class made': 'select name as mark from pupils.class where name = any($1)',
	'pupil added': 'select alias as mark from pupils.pupil where alias = any($1)',
	'card made':
		'select alias as mark from pupils.card join pupils.pupil on pupil.id = pupil_id where alias = any($1)',
	'pupil brought': `select alias as mark from spaces.member join pupils.pupil on pupil.id = member.pupil_id
		where alias = any($1)`,
	'post written': 'select words as mark from spaces_updates.post where words = any($1)',
	'post reported': 'select words as mark from safety.report where words = any($1)',
	'page made': 'select title as mark from spaces_pages.page where title = any($1)',
	'page saved': `select title as mark from spaces_pages.page_version where version > 1 and title = any($1)`,
	'page published': `select page.title as mark from twinspaces.publication join spaces_pages.page page
		on page.id = page_id where withdrawn_at is null and page.title = any($1)`,
} as const;
export type Kind = keyof typeof traces;

/** Where a write is seen: who looks, at which page, and the words that must stand there. */
export interface Seen {
	readonly who: Person;
	readonly path: string;
	readonly words: string;
	/** Exactly once, as a post does; otherwise once or more. */
	readonly once?: boolean;
}

export interface Comparison {
	readonly lost: readonly string[];
	readonly doubled: readonly string[];
}

export class Ledger {
	readonly #marks = new Map<Kind, Set<string>>();
	readonly #seen: Seen[] = [];
	#count = 0;

	/** The platform has acknowledged this. */
	write(kind: Kind, mark: string, seen?: Seen): void {
		const marks = this.#marks.get(kind) ?? new Set();
		this.#marks.set(kind, marks.add(mark));
		if (seen) this.#seen.push(seen);
		this.#count += 1;
	}

	get count(): number {
		return this.#count;
	}

	/** Looks for every mark in the database. */
	async compareWithDatabase(connection: ClientConfig): Promise<Comparison> {
		const written = [...this.#marks].map(([kind, marks]) => [kind, [...marks]] as const);
		const client = new pg.Client(connection);
		await client.connect();
		try {
			const found: Comparison[] = [];
			for (const [kind, marks] of written) {
				const { rows } = await client.query<{ mark: string }>(traces[kind], [marks]);
				found.push(
					compare(
						kind,
						marks,
						rows.map((row) => row.mark),
					),
				);
			}
			return joined(found);
		} finally {
			await client.end();
		}
	}

	/** Looks for everything on the pages where people would. */
	async compareWithPages(): Promise<Comparison> {
		const byPage = Map.groupBy([...this.#seen], ({ who, path }) => `${who.network} ${path}`);
		const found: Comparison[] = [];
		for (const seen of byPage.values()) found.push(await compareWithPage(seen));
		return joined(found);
	}
}

function compare(kind: Kind, marks: readonly string[], rows: readonly string[]): Comparison {
	const times = Map.groupBy(rows, (mark) => mark);
	const called = (mark: string) => `${kind}: ${mark}`;
	return {
		lost: marks.filter((mark) => !times.has(mark)).map(called),
		doubled: marks.filter((mark) => (times.get(mark)?.length ?? 0) > 1).map(called),
	};
}

async function compareWithPage(seen: readonly Seen[]): Promise<Comparison> {
	const [first] = seen;
	if (!first) return joined([]);
	const { who, path } = first;
	const { text, ended } = await wholeList(who, path);
	const times = (words: string) => text.split(words).length - 1;
	const called = ({ words }: Seen) => `on ${path}: ${words}${ended}`;
	return {
		lost: seen.filter(({ words }) => times(words) === 0).map(called),
		doubled: seen.filter(({ words, once }) => once && times(words) > 1).map(called),
	};
}

/**
 * The page and the older ones that it leads to, without what scripts hold; `ended` where one of them was refused.
 * Whoever asks for their own wall by its number is led to it.
 */
async function wholeList(who: Person, path: string): Promise<{ text: string; ended: string }> {
	let text = '';
	for (let next: string | undefined = path; next !== undefined;) {
		const page = await whereItLeads(who, next);
		if (page.status !== 200) return { text, ended: ` (${next} answered ${page.status} ${page.location})` };
		text += page.text.replaceAll(/<script[\s\S]*?<\/script>/g, '');
		const older = /href="(\?before=[^"]+)"/.exec(page.text)?.[1];
		next = older && `${path}${older}`;
	}
	return { text, ended: '' };
}

async function whereItLeads(who: Person, path: string): Promise<Answer> {
	const answer = await who.get(path);
	return answer.status === 307 ? who.get(answer.location) : answer;
}

function joined(found: readonly Comparison[]): Comparison {
	return {
		lost: found.flatMap(({ lost }) => lost),
		doubled: found.flatMap(({ doubled }) => doubled),
	};
}
