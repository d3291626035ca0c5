// What goes on in a TwinSpace all day: pupils write on their walls and answer each other, teachers write updates.
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Person } from './person.ts';
import type { Pupil, Room, Stage } from './stage.ts';

/** A wall shows so many posts on its page. */
const mostOnWall = 35;
/** What the platform lets one member write in an hour, with room to spare. */
const mostOfMember = 55;
const language = 'en';

/** Writes in the room until the run is over or everybody has written what they may. */
export async function chatIn(room: Room, stage: Stage, chance: Chance): Promise<void> {
	const written = new Map<Person, number>();
	const onWall = new Map<Pupil, number>();
	const mayWrite = (who: Person) => (written.get(who) ?? 0) < mostOfMember;
	while (!stage.isOver()) {
		await pause(100 + chance.below(500));
		const teacher = chance.oneOf(room.teachers);
		const pupil = chance.oneOf(room.pupils);
		const writer = chance.below(4) === 0 ? teacher : pupil.who;
		if (!mayWrite(writer)) {
			if ([...room.teachers, ...room.pupils.map(({ who }) => who)].every((who) => !mayWrite(who))) return;
			continue;
		}
		written.set(writer, (written.get(writer) ?? 0) + 1);
		if (writer === teacher) await writeUpdate(room, stage, teacher);
		else if ((onWall.get(pupil) ?? 0) < mostOnWall && chance.below(3) === 0) {
			onWall.set(pupil, (onWall.get(pupil) ?? 0) + 1);
			await writeOnWall(stage, pupil);
		} else await answerSomebody(room, stage, pupil, chance);
	}
}

async function writeUpdate({ home }: Room, stage: Stage, who: Person): Promise<void> {
	const words = stage.unique('Today we measured');
	const { status } = await who.send(`${home}/updates?/post`, { words, language });
	if (status !== 303) throw new Error(`an update was answered ${status}`);
	stage.ledger.write('post written', words, { who, path: `${home}/updates`, words, once: true });
}

async function writeOnWall(stage: Stage, { who, home }: Pupil): Promise<void> {
	const words = stage.unique('I like our river');
	const wall = `${home}/wall`;
	const { status } = await who.send(`${wall}?/write`, { words, language });
	if (status !== 303) throw new Error(`a wall post was answered ${status}`);
	stage.ledger.write('post written', words, { who, path: wall, words, once: true });
}

async function answerSomebody(room: Room, stage: Stage, { who, home }: Pupil, chance: Chance): Promise<void> {
	const people = await who.get(`${home}/people`);
	const wall = chance.oneOf([...people.text.matchAll(/href="([^"]+\/walls\/[^"]+)"/g)])?.[1];
	if (wall === undefined) return;
	const posts = [...(await who.get(wall)).text.matchAll(/id="form-answer-([0-9a-f-]{36})"/g)];
	const post = posts.length === 0 ? undefined : chance.oneOf(posts)[1];
	const reader = room.pupils[0]?.who;
	if (post === undefined || !reader) return;
	const words = stage.unique('We have seen');
	const { status } = await who.send(`${wall}?/answer`, { post, words, language });
	if (status !== 303) throw new Error(`an answer was answered ${status}`);
	stage.ledger.write('post written', words, { who: reader, path: wall, words, once: true });
}
