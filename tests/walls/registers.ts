// Registers at the desk: editions at each point of their way, and a school that a newer edition does not list.
import { beginImport, registerFilePurpose, type EditionReport } from '#domain/schools/register';
import { newId } from '#platform/ids';
import type { Visiting } from '../world/visiting.ts';
import { must, type Pair } from './pair.ts';

export type Registers = {
	/** Waits for its file. */
	readonly import: string;
	/** Its file has come, its columns are not chosen. */
	readonly sentImport: string;
	readonly checkedImport: string;
	readonly appliedImport: string;
	readonly question: string;
};

const report: EditionReport = {
	...{ added: 1, changed: 0, renamed: 0, closed: 0, reopened: 0, unchanged: 0, differing: 0, missing: 1 },
	...{ doubles: 0, read: 1, refused: 0, merged: 0, problems: [], problemCounts: {}, leftOut: [] },
	...{ edition: null, encoding: 'utf-8', delimiter: ';', columns: { fresh: [], gone: [] } },
};

/** Begins editions at the desk of the pair's first country, and asks about one of its schools. */
export async function registersOf(pair: Pair, country: string, school: string): Promise<Registers> {
	const desk = await pair.atDesk(pair.desks[0]);
	const begin = async (name: string) => must(await beginImport(desk, { country, list: 'new', name })).import;
	const checked = async (name: string, more: object) => {
		const id = await begin(name);
		await desk.db
			.updateTable('schools_register.import')
			.set({ arrived_at: desk.now, checked_at: desk.now, report: JSON.stringify(report), ...more })
			.where('id', '=', id)
			.execute();
		return id;
	};
	const applied = { apply_asked_at: desk.now, applied_at: desk.now };
	const registers = {
		import: await begin('A list'),
		sentImport: await begin('A list that came'),
		checkedImport: await checked('A list that was checked', {}),
		appliedImport: await checked('A list that was taken over', applied),
		question: newId(),
	};
	await desk.db
		.insertInto('schools_register.question')
		.values({
			...{ id: registers.question, kind: 'missing', country, school_id: school },
			...{ import_id: registers.appliedImport, asked_at: desk.now },
		})
		.execute();
	return registers;
}

/** Sends a file over the wire, because files lie in the platform's folder. */
export async function sendRegister(officer: Visiting, id: string): Promise<void> {
	const body = new FormData();
	body.set('back', '/en');
	body.set('file', new Blob(['id;name;town\n1;Escola;Braga\n']), 'list.csv');
	const { location } = await officer.post(`/uploads/form/${registerFilePurpose}/${id}`, body);
	if (!location.includes('file=')) throw new Error(`the register did not come: ${location}`);
}
