// Puts a Europe into a migrated database: what the search reads and shows, as if everybody had gone through the platform.
import pg, { type ClientConfig } from 'pg';
import { endOfPosts, type Europe, type School } from './europe.ts';

const atOnce = 2000;
const stated = '2020-09-01T08:00:00Z';

/** Fills the tables; nobody else may use the database meanwhile. */
export async function fillEurope(connection: ClientConfig, europe: Europe): Promise<void> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		// rows that belong together come in any order, and what follows from them is written by us
		await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
		await fillSchools(client, europe);
		const members = await fillEducators(client, europe);
		await fillProjects(client, europe, members);
		await client.query('analyze');
	} finally {
		await client.end();
	}
}

/** Gathers rows of several tables and writes them together. */
class Rows {
	readonly #client: pg.Client;
	readonly #waiting = new Map<string, object[]>();

	constructor(client: pg.Client) {
		this.#client = client;
	}

	async add(table: string, ...rows: object[]): Promise<void> {
		const waiting = this.#waiting.get(table) ?? [];
		waiting.push(...rows);
		this.#waiting.set(table, waiting);
		if (waiting.length >= atOnce) await this.#write(table);
	}

	async end(): Promise<void> {
		for (const table of this.#waiting.keys()) await this.#write(table);
	}

	async #write(table: string): Promise<void> {
		const rows = this.#waiting.get(table) ?? [];
		if (rows.length === 0) return;
		this.#waiting.set(table, []);
		const columns = Object.keys(rows[0] ?? {}).join(', ');
		await this.#client.query(
			`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
			[JSON.stringify(rows)],
		);
	}
}

async function fillSchools(client: pg.Client, europe: Europe): Promise<void> {
	const rows = new Rows(client);
	for (const [number, school] of europe.schools.entries()) {
		const { id, country, name, town, levels, language } = school;
		const words = { folded: '', words: [] };
		await rows.add('schools.school', {
			id,
			country,
			original_name: name,
			name,
			town,
			levels,
			language,
			made_at: stated,
			...words,
		});
		await rows.add('schools.register_key', {
			country,
			scheme: 'bench',
			code: String(number),
			branch: '',
			school_id: id,
		});
		await rows.add('partner_finding.search_entry', europe.schoolLine(school, number));
	}
	await rows.end();
}

async function fillEducators(client: pg.Client, europe: Europe): Promise<{ id: string; school: School }[]> {
	const rows = new Rows(client);
	const members: { id: string; school: School }[] = [];
	for (const educator of europe.educators()) {
		const { id, name, country, school, role, line } = educator;
		const post = europe.postOf(educator, members.length);
		members.push({ id, school });
		await rows.add('people.person', {
			id,
			name,
			locale: 'en',
			country,
			made_at: stated,
			last_active_at: stated,
		});
		await rows.add('people.affiliation', {
			id,
			person_id: id,
			school_id: school.id,
			role,
			stated_at: stated,
			is_default: true,
		});
		await rows.add('people.affiliation_validation', {
			affiliation_id: id,
			case_id: id,
			validated_at: stated,
		});
		await rows.add('partner_finding.search_entry', line);
		if (!post) continue;
		await rows.add('partner_finding.post', {
			...{ id: post.id, person_id: id, school_id: school.id, kind: post.kind },
			...{ title: post.title, words: post.words, locale: school.language, languages: [school.language] },
			...{ subjects: [], ages_from: post.line.ages_from, ages_to: post.line.ages_to },
			...{ countries_wanted: [], partners_wanted: 1, posted_at: stated, expires_at: endOfPosts },
		});
		await rows.add('partner_finding.search_entry', post.line);
	}
	await rows.end();
	return members;
}

async function fillProjects(
	client: pg.Client,
	europe: Europe,
	members: readonly { id: string; school: School }[],
): Promise<void> {
	const rows = new Rows(client);
	const first = members[0];
	if (!first) return;
	for (const { id, shortId, title, summary, locale, members: partners, line } of europe.projects(
		(number) => members[number] ?? first,
	)) {
		const [founder] = partners;
		if (!founder) continue;
		await rows.add('projects.project', {
			...{ id, short_id: shortId, kind: 'european', locale, title, summary },
			...{ founder_id: founder.person, founder_school_id: founder.school.id },
			...{ languages: [], subjects: [], tools: [], ages_from: line.ages_from, ages_to: line.ages_to },
			...{
				aims: '',
				work_plan: '',
				expected_results: '',
				made_at: stated,
				saved_at: stated,
				version: 1,
				folded: '',
			},
		});
		await rows.add('projects.opening', {
			project_id: id,
			case_id: id,
			opened_at: new Date(Number(line.fresh)),
		});
		for (const [place, { person, school }] of partners.entries()) {
			const standing = place === 0 ? 'founder' : place === 1 ? 'cofounder' : 'partner';
			await rows.add('projects.partner', {
				project_id: id,
				person_id: person,
				school_id: school.id,
				standing,
				since: stated,
			});
		}
		await rows.add('partner_finding.search_entry', line);
	}
	await rows.end();
}
