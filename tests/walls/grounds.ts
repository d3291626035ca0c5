// The things the walls stand around, twice: plans and cases on their way, posts, and a furnished TwinSpace.
import { addressOf } from '#domain/projects';
import { writeMessage } from '#domain/contacts';
import { reportThing } from '#domain/safety';
import { addClassCard, closePost, putSuggestionAway, writePost } from '#domain/partner-finding';
import { answerQuestion, askQuestion, refuseStep } from '#domain/support';
import { aDraft, anInvitedProject, aSubmittedProject, grants, stepOf } from '../world/a-project.ts';
import { people } from '../world/index.ts';
import type { WorldDatabase } from '../world/database.ts';
import type { PersonName } from '../world/names.ts';
import { must, type Pair } from './pair.ts';
import { furnishRoom, type Room } from './room.ts';
import type { Secret } from './secrets.ts';

/** Everything addresses are filled with. */
export type Grounds = Room & {
	/** Addresses of projects, each at another point of its way. */
	readonly draft: string;
	readonly invited: string;
	readonly submitted: string;
	readonly refused: string;
	readonly invitation: string;
	/** The case of the submitted project. */
	readonly case: string;
	readonly person: string;
	readonly partnerPost: string;
	readonly classCard: string;
	readonly closedPartnerPost: string;
	/** What the founder wrote to the one whom the founder invited. */
	readonly message: string;
	/** What the moderators have to look at. */
	readonly matterAtDesk: string;
};

/** Lets the pair do everything that can be done before anybody else comes round. */
export async function layOut(world: WorldDatabase, pair: Pair): Promise<Grounds> {
	const { founder } = pair;
	return {
		...(await plans(world, pair)),
		...(await partnerPosts(pair)),
		classCard: await describeClass(pair),
		...(await furnishRoom(pair, await openProject(world, pair))),
		person: people[founder].id,
		matterAtDesk: await reportTo(pair),
		message: await writeTo(pair),
	};
}

/** `world.as` at this very moment: what the running platform shows must not have ended a month ago. */
export function atThisMoment(world: WorldDatabase): WorldDatabase {
	return {
		get db() {
			return world.db;
		},
		get connection() {
			return world.connection;
		},
		as: (actor, changes) => world.as(actor, { now: new Date(), ...changes }),
	};
}

async function openProject(world: WorldDatabase, pair: Pair): Promise<string> {
	const project = await aSubmittedProject(world, foundedBy(pair, 'aims of an open project'));
	for (const desk of pair.desks) await grants(world, project, desk);
	return project;
}

async function plans(world: WorldDatabase, pair: Pair) {
	const draft = await aDraft(world, foundedBy(pair, 'aims of a draft'));
	const asked = { ...foundedBy(pair, 'aims of an invitation'), cofounder: pair.invited };
	const { project: invited, invitation } = await anInvitedProject(world, asked);
	const submitted = await aSubmittedProject(world, foundedBy(pair, 'aims with the organisations'));
	const refused = await aSubmittedProject(world, foundedBy(pair, 'aims of a refused plan'));
	await askAndAnswer(world, pair, submitted);
	await refuse(world, pair, refused);
	return {
		draft: titled(draft),
		invited: titled(invited),
		invitation,
		submitted: titled(submitted),
		refused: titled(refused),
		case: await caseOf(world, submitted),
	};
}

const schoolOf = (name: PersonName) => {
	const person = people[name];
	return 'school' in person ? person.school : 'ribeira';
};
const titled = (shortId: string) => addressOf(title, shortId);
const title = 'A plan of ours';

function foundedBy({ founder, cofounder, say }: Pair, secret: Secret) {
	const plan = { title, aims: `To find ${say(secret)}.` };
	return { founder, cofounder, school: schoolOf(cofounder), plan };
}

/** Two questions: one is answered, the other waits. */
async function askAndAnswer(world: WorldDatabase, pair: Pair, project: string): Promise<void> {
	const ask = async (desk: Pair['desks'][number], words: string) =>
		must(await askQuestion(await pair.atDesk(desk), { step: await stepOf(world, project, desk), words }));
	const [first, second] = pair.desks;
	const question = await ask(first, `Why ${pair.say('question of an officer')}?`);
	const answer = `Because ${pair.say('answer to an officer')}.`;
	must(await answerQuestion(pair.as(pair.founder), { question, answer }));
	await ask(second, 'And when?');
}

async function refuse(world: WorldDatabase, pair: Pair, project: string): Promise<void> {
	const [desk] = pair.desks;
	const step = await stepOf(world, project, desk);
	const words = `There is ${pair.say('words of a refusal')}.`;
	must(await refuseStep(await pair.atDesk(desk), { step, reason: 'aims-unclear', words, wordsLocale: 'en' }));
}

async function caseOf({ db }: WorldDatabase, project: string): Promise<string> {
	const row = await db
		.selectFrom('support.approval_case as approval')
		.innerJoin('projects.project as project', 'project.id', 'approval.subject_id')
		.select('approval.id')
		.where('project.short_id', '=', project)
		.executeTakeFirstOrThrow();
	return row.id;
}

async function writeTo(pair: Pair): Promise<string> {
	const words = `Between us: ${pair.say('message of a conversation')}.`;
	return must(await writeMessage(pair.as(pair.founder), { to: people[pair.invited].id, words }));
}

/** Something that is no secret: whoever moderates opens it. */
async function reportTo(pair: Pair): Promise<string> {
	const to = people[pair.invited].id;
	const thing = must(await writeMessage(pair.as(pair.founder), { to, words: 'Buy my books.' }));
	const ctx = pair.as(pair.invited);
	must(await reportThing(ctx, { kind: 'message', thing, reason: 'money', words: '' }));
	const query = ctx.db.selectFrom('safety.matter').select('id').where('thing_id', '=', thing);
	return (await query.executeTakeFirstOrThrow()).id;
}

async function partnerPosts(pair: Pair) {
	const ctx = pair.as(pair.founder);
	const write = async (secret: Secret) => {
		const words = { title: 'Rivers', words: `We look for ${pair.say(secret)}.`, locale: 'en' };
		const wanted = { languages: ['en'], subjects: [], agesFrom: 9, agesTo: 11, countriesWanted: [] } as const;
		const run = { kind: 'found-project', partnersWanted: 1, days: 60 } as const;
		return must(await writePost(ctx, { ...words, ...wanted, ...run })).post;
	};
	const closedPartnerPost = await write('closed partner post');
	must(await closePost(ctx, { post: closedPartnerPost, reason: 'filled' }));
	return { partnerPost: await write('partner post'), closedPartnerPost };
}

/** The founder's class as partners see it; one suggestion is put away, so that it can be taken back. */
async function describeClass(pair: Pair): Promise<string> {
	const ctx = pair.as(pair.founder);
	const size = { agesFrom: 9, agesTo: 11, pupils: 24, months: [10, 11], weekdays: [2], away: [] };
	const words = {
		name: '5b',
		languages: ['en'],
		subjects: [],
		hours: undefined,
		wishes: `We wish for ${pair.say('class card')}.`,
	} as const;
	const { card } = must(await addClassCard(ctx, { ...size, ...words }));
	must(await putSuggestionAway(ctx, { thing: people[pair.invited].id }));
	return card;
}
