import { describe, expect, test } from 'vitest';
import {
	discardDraft,
	labelFor,
	labelledAmong,
	labelsOfPerson,
	labelsOfProject,
	labelsOfSchool,
	namedPageFor,
	namedPagesFor,
	ownLabels,
	saveApplication,
	sendApplication,
	setLabelRule,
} from '#domain/recognition';
import { stateAffiliation } from '#domain/people';
import { addPupils, leaveSchool, makeClass } from '#domain/pupils';
import { enterSchool, joinSchools, partSchools } from '#domain/schools';
import { emptyBlock, makePage, savePage, sharePage } from '#domain/spaces/pages';
import { decideInBulk, grantByEvidence, grantStep } from '#domain/support';
import { bringClass, twinSpaceFor } from '#domain/twinspaces';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { applicationIn, applies, aSharedPage, decides, ownWords } from '../../../../tests/world/a-label.ts';
import { anOpenProject } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { affiliations, officer, people, schools, teacher } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { allParts } from '../../parts.ts';
import { recognition } from './part.ts';

compose(allParts);
const world = testDatabase();
const ines = () => world.as(teacher('ines'));
const desk = async (name: 'rui' | 'mette') => world.as(await officer(world.as(system), name));
const caseOf = async (project: string) => (await applicationIn(ines(), project))?.case ?? '';
const stepOf = async (caseId: string) =>
	(
		await world.db
			.selectFrom('support.case_step')
			.select('id')
			.where('case_id', '=', caseId)
			.orderBy('round', 'desc')
			.executeTakeFirstOrThrow()
	).id;

type Name = 'ines' | 'freja';
const unites = (from: Name, into: Name) =>
	recognition.privacy.unite?.(world.as(system), people[from].id, people[into].id);
const parts = (journal: unknown) => recognition.privacy.separate?.(world.as(system), journal as never);
const holders = async (project: string) => {
	const { id } = await world.db
		.selectFrom('projects.project')
		.select('id')
		.where('short_id', '=', project)
		.executeTakeFirstOrThrow();
	return (await labelsOfProject(world.as(teacher('tiago')), id)).map(({ person }) => person);
};

describe('a teacher applies', () => {
	test('what she writes is kept, and what another window wrote is not overwritten', async () => {
		const project = await anOpenProject(world);
		const application = { ...ownWords, evidence: [await aSharedPage(ines(), project)] };
		const first = { project, version: 0, application };
		expect(must(await saveApplication(ines(), first)).version).toBe(1);
		// an answer that was lost is asked for again
		expect(must(await saveApplication(ines(), first)).version).toBe(1);
		const other = { ...application, results: 'Something else.' };
		expect(await saveApplication(ines(), { project, version: 0, application: other })).toEqual({
			ok: false,
			reason: 'changed-meanwhile',
		});
		expect((await labelFor(ines(), project)).application).toEqual(application);
		must(await discardDraft(ines(), { project }));
		expect((await labelFor(ines(), project)).state).toBe('none');
	});

	test('a page of another space is no evidence', async () => {
		const project = await anOpenProject(world);
		const application = { ...ownWords, evidence: [people.ines.id] };
		must(await saveApplication(ines(), { project, version: 0, application }));
		expect((await labelFor(ines(), project)).application.evidence).toEqual([]);
		expect(await sendApplication(ines(), { project })).toEqual({ ok: false, reason: 'incomplete' });
	});

	test('who takes no part in the project finds nothing to apply for', async () => {
		const project = await anOpenProject(world);
		await expect(labelFor(world.as(teacher('lukas')), project)).rejects.toThrow('recognition.see-part');
	});

	test('the fifth of a school year is not sent; the next year it is', async () => {
		const actor = ines();
		for (let sent = 0; sent < 4; sent++) must(await applies(actor, await anOpenProject(world)));
		const fifth = await anOpenProject(world);
		expect(await applies(actor, fifth)).toEqual({ ok: false, reason: 'places-used' });
		const nextYear = world.as(teacher('ines'), { now: new Date('2027-09-02T09:00:00Z') });
		expect((await sendApplication(nextYear, { project: fifth })).ok).toBe(true);
	});

	test('how many there are is a setting of the organisation', async () => {
		const central = world.as(await officer(world.as(system), 'anna'));
		const { organisation } = await officer(world.as(system), 'rui');
		const rule = { applicationsAYear: 1, pointsNeeded: 13, pointsEach: 2, feedbackLeast: 0 };
		must(await setLabelRule(central, { ...rule, organisation, since: central.now }));
		must(await applies(ines(), await anOpenProject(world)));
		expect(await applies(ines(), await anOpenProject(world))).toMatchObject({ reason: 'places-used' });
		expect((await applies(world.as(teacher('freja')), await anOpenProject(world))).ok).toBe(true);
	});
});

describe('the support organisation decides', () => {
	test('awarded, it is seen with the project, the school and the person', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		must(await decides(await desk('rui'), await caseOf(project), 3, true));
		const [own] = await ownLabels(ines());
		expect(own).toMatchObject({ state: 'awarded', needsMe: false });
		const { given, awardedOn } = await labelFor(ines(), project);
		expect(awardedOn).toBe('5 October 2026');
		expect(given[0]).toMatchObject({ total: '15 of 25 points', lang: 'en' });
		const held = await labelsOfPerson(world.as(teacher('freja')), people.ines.id);
		expect(held).toMatchObject([{ address: own?.address, school: schools.ribeira.name }]);
		expect(await labelsOfSchool(world.as(visitor), schools.ribeira)).toMatchObject([{ labels: 1 }]);
		const { id } = await world.db
			.selectFrom('projects.project')
			.select('id')
			.where('short_id', '=', project)
			.executeTakeFirstOrThrow();
		expect(await labelsOfProject(world.as(teacher('freja')), id)).toMatchObject([{ person: people.ines.id }]);
		// the public learns of the school only
		expect(await labelsOfProject(world.as(visitor), id)).toMatchObject([
			{ person: undefined, school: schools.ribeira.name },
		]);
		expect(await labelledAmong(world.as(visitor), [id])).toEqual(new Set([id]));
		const told = await world.db
			.selectFrom('notices.notice')
			.select(['person_id', 'path'])
			.where('kind', '=', 'label-awarded')
			.execute();
		expect(told).toEqual([{ person_id: people.ines.id, path: `/projects/${own?.address}/label` }]);
	});

	test('who goes to another school keeps the label; the school where it was earned keeps it too', async () => {
		must(await applies(ines(), await anOpenProject(world)));
		const [{ project = '' } = {}] = await world.db
			.selectFrom('projects.project as project')
			.innerJoin('recognition.application as application', 'application.project_id', 'project.id')
			.select('project.short_id as project')
			.execute();
		must(await decides(await desk('rui'), await caseOf(project), 3, true));
		const there = { school: schools.lindenhof.id, role: 'teacher' } as const;
		const { affiliation } = must(await stateAffiliation(ines(), there));
		await grantByEvidence(world.as(system), { kind: 'affiliation', subject: affiliation, evidence: 'head' });
		must(await leaveSchool(ines(), { affiliation: affiliations.ines, reason: 'left' }));
		expect(await ownLabels(ines())).toMatchObject([{ state: 'awarded' }]);
		expect(await labelsOfPerson(world.as(teacher('freja')), people.ines.id)).toMatchObject([
			{ school: schools.ribeira.name },
		]);
		expect(await labelsOfSchool(world.as(visitor), schools.ribeira)).toHaveLength(1);
		expect(await labelsOfSchool(world.as(visitor), schools.lindenhof)).toEqual([]);
	});

	test('nothing is decided without points, against them, or in bulk', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		const rui = await desk('rui');
		const step = await stepOf(await caseOf(project));
		expect(await grantStep(rui, { step })).toEqual({ ok: false, reason: 'not-weighed' });
		expect(await decides(rui, await caseOf(project), 2, true)).toEqual({
			ok: false,
			reason: 'weighed-otherwise',
		});
		expect(await decideInBulk(rui, { steps: [step], decision: 'granted' })).toEqual({
			ok: false,
			reason: 'nothing-to-decide',
		});
	});

	test('after a refusal a second application says what is to be looked at again; there is no third', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		must(await decides(await desk('rui'), await caseOf(project), 2, false));
		expect(await labelFor(ines(), project)).toMatchObject({ state: 'refused', places: { taken: 1 } });
		expect(await applies(ines(), project)).toEqual({ ok: false, reason: 'incomplete' });
		must(await applies(ines(), project, { review: ['results'], note: 'The pupils have kept a diary.' }));
		expect((await labelFor(ines(), project)).places?.taken).toBe(1);
		must(await decides(await desk('rui'), await caseOf(project), 2, false));
		const label = await labelFor(ines(), project);
		expect([label.state, label.given.length]).toEqual(['refused-again', 2]);
		await expect(sendApplication(ines(), { project })).rejects.toThrow('recognition.write');
	});

	test('an officer who takes part in the project is too near, though no party', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		const rui = await desk('rui');
		await world.db
			.insertInto('projects.partner')
			.columns(['project_id', 'person_id', 'school_id', 'standing', 'since'])
			.expression((eb) =>
				eb
					.selectFrom('projects.project')
					.select(({ val }) => [
						'id',
						val(people.rui.id).as('person'),
						val(schools.skovbakke.id).as('school'),
						val('partner').as('standing'),
						val(new Date()).as('since'),
					])
					.where('short_id', '=', project),
			)
			.execute();
		const step = await stepOf(await caseOf(project));
		expect(await grantStep(rui, { step })).toEqual({ ok: false, reason: 'you-are-a-party' });
	});

	test('the named page is read under the look, and each reading is written down; no other is', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		const page = await aSharedPage(ines(), project);
		const rui = await desk('rui');
		const id = await caseOf(project);
		await expect(namedPageFor(rui, id, page)).rejects.toThrow('case');
		must(await decides(rui, id, 2, true).then(() => ({ ok: true, value: undefined })));
		expect(await namedPageFor(rui, id, page)).toMatchObject({ title: 'Our logbook' });
		await expect(namedPageFor(rui, id, people.ines.id)).rejects.toThrow('page');
		const lines = await world.db
			.selectFrom('platform.audit_entry')
			.select('subject_id')
			.where('action', '=', 'recognition.page-read')
			.execute();
		expect(lines).toEqual([{ subject_id: page }]);
	});
});

test('T3: who reads the named page at the desk reads no alias of a pupil, however it is spelt', async () => {
	const project = await anOpenProject(world);
	const { space } = await twinSpaceFor(ines(), project);
	const made = must(await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' }));
	must(await addPupils(ines(), { class: made, aliases: ['Swift Heron', 'Otter'] }));
	must(await bringClass(ines(), { space: space.id, class: made }));
	const title = 'What Swift Heron saw';
	const { page } = must(await makePage(ines(), { space: space.id, title, locale: 'en' }));
	const text = 'SWIFT  heron drew it, Swift **Heron** measured, and the otters swam with Otter.';
	const blocks = [
		{ ...emptyBlock('text'), text },
		{ ...emptyBlock('table'), text: 'Who | What\notter | swift-heron' },
	];
	must(await savePage(ines(), { space: space.id, page, basedOn: 1, title, locale: 'en', blocks }));
	must(await sharePage(ines(), { space: space.id, page }));
	must(await applies(ines(), project, { evidence: [page] }));
	const rui = await desk('rui');
	const id = await caseOf(project);
	await decides(rui, id, 2, true);
	const read = await namedPageFor(rui, id, page);
	const [named] = await namedPagesFor(rui, id);
	expect(read.html).toContain('the otters swam');
	expect(`${read.title} ${named?.title} ${read.html}`).not.toMatch(/heron|Otter\b/i);
	expect(read.title).toBe(`What A pupil of ${schools.ribeira.name} saw`);
});

describe('one person’s labels', () => {
	test('go over to the other account and come back, but for what both have', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		must(await decides(await desk('rui'), await caseOf(project), 4, true));
		const ctx = world.as(system);
		const held = async (person: string) => (await labelsOfPerson(ctx, person)).length;
		const journal = await recognition.privacy.unite?.(ctx, people.ines.id, people.tiago.id);
		expect([await held(people.ines.id), await held(people.tiago.id)]).toEqual([0, 1]);
		await recognition.privacy.separate?.(ctx, journal as never);
		expect([await held(people.ines.id), await held(people.tiago.id)]).toEqual([1, 0]);
	});

	test('of two applications for one project the one that has gone farther goes on, and comes back', async () => {
		const project = await anOpenProject(world);
		must(await saveApplication(ines(), { project, version: 0, application: { ...ownWords, evidence: [] } }));
		const freja = world.as(teacher('freja'));
		must(await applies(freja, project));
		const sent = await applicationIn(freja, project);
		const journal = await unites('freja', 'ines');
		expect((await labelFor(ines(), project)).state).toBe('sent');
		expect((await applicationIn(ines(), project))?.id).toBe(sent?.id);
		// decided while the accounts are one, the label is hers
		must(await decides(await desk('mette'), sent?.case ?? '', 3, true));
		expect(await holders(project)).toEqual([people.ines.id]);
		await parts(journal);
		expect([(await labelFor(ines(), project)).state, (await labelFor(freja, project)).state]).toEqual([
			...['draft', 'awarded'],
		]);
		expect(await holders(project)).toEqual([people.freja.id]);
	});

	test('what waits beside another application is taken back, and waits again when the accounts are parted', async () => {
		const project = await anOpenProject(world);
		const freja = world.as(teacher('freja'));
		must(await applies(ines(), project));
		must(await applies(freja, project));
		const given = (await applicationIn(freja, project))?.case ?? '';
		const running = async () =>
			(
				await world.db
					.selectFrom('support.case_round')
					.select(['case_id', 'snapshot'])
					.where('outcome', 'is', null)
					.where('case_id', 'in', [given, await caseOf(project)])
					.execute()
			).length;
		const journal = await unites('freja', 'ines');
		expect([await running(), (await labelFor(ines(), project)).state]).toEqual([1, 'sent']);
		await parts(journal);
		expect(await running()).toBe(2);
		must(await decides(await desk('mette'), given, 3, true));
		expect(await holders(project)).toEqual([people.freja.id]);
	});

	test('two labels for one project are one, and two again when the accounts are parted', async () => {
		const project = await anOpenProject(world);
		const freja = world.as(teacher('freja'));
		must(await applies(ines(), project));
		must(await applies(freja, project));
		must(await decides(await desk('rui'), await caseOf(project), 3, true));
		must(await decides(await desk('mette'), (await applicationIn(freja, project))?.case ?? '', 3, true));
		const journal = await unites('freja', 'ines');
		expect(await holders(project)).toEqual([people.ines.id]);
		await parts(journal);
		expect((await holders(project)).toSorted()).toEqual([people.freja.id, people.ines.id].toSorted());
		await unites('freja', 'ines');
		await recognition.within?.['accounts.settled']?.(world.as(system), {
			from: people.freja.id,
			into: people.ines.id,
		});
		expect(await holders(project)).toEqual([people.ines.id]);
		expect(await world.db.selectFrom('recognition.application').select('person_id').execute()).toEqual([
			{ person_id: people.ines.id },
		]);
	});

	test('stand with the entry of the school that stays, and go back with everything else', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		const into = newId();
		await enterSchool(world.as(system), {
			...{ id: into, country: 'PT', name: schools.ribeira.name, town: 'Porto', levels: ['primary'] as const },
			register: { scheme: 'another', code: into },
		});
		const rui = await desk('rui');
		const { join } = must(await joinSchools(rui, { double: schools.ribeira.id, into }));
		must(await decides(rui, await caseOf(project), 3, true));
		const at = async (id: string) => (await labelsOfSchool(world.as(visitor), { id, country: 'PT' })).length;
		expect([await at(into), await at(schools.ribeira.id)]).toEqual([1, 0]);
		must(await partSchools(rui, { join }));
		expect([await at(into), await at(schools.ribeira.id)]).toEqual([0, 1]);
	});

	test('are all in the export; erased, no word is left and the school keeps its label', async () => {
		const project = await anOpenProject(world);
		must(await applies(ines(), project));
		must(await decides(await desk('rui'), await caseOf(project), 2, false));
		must(await applies(ines(), project, { review: ['results'], note: 'New.' }));
		must(await decides(await desk('rui'), await caseOf(project), 4, true));
		const ctx = world.as(system);
		const exported = JSON.stringify(await recognition.privacy.exportFor?.(ctx, people.ines.id));
		expect(exported).toContain(ownWords.collaboration);
		expect(exported).toContain('Two classes that needed each other');
		await recognition.privacy.erase?.(ctx, people.ines.id);
		expect(await world.db.selectFrom('recognition.application').select('id').execute()).toEqual([]);
		expect(await world.db.selectFrom('recognition.mark').select('about').execute()).toEqual([]);
		expect(await labelsOfSchool(world.as(visitor), schools.ribeira)).toHaveLength(1);
	});
});
