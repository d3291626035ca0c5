import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ownDatabase } from '../../../tests/world/database.ts';
import { system } from '#shared/actor';
import { audit } from './audit.ts';
import { auditCommand } from './audit-command.ts';
import { sealAudit } from './audit-seal.ts';
import { createPool } from './database.ts';
import { createLogger } from './log.ts';

const world = ownDatabase();
const ctx = () => world.as(system);

test('a line that is altered behind our back breaks its seal', async () => {
	await audit(ctx(), 'garden.dug', { kind: 'garden', id: '1' }, { depth: 2 });
	await sealAudit(ctx());
	await audit(ctx(), 'garden.dug', { kind: 'garden', id: '2' });
	await sealAudit(ctx());
	await sealAudit(ctx());
	const said: string[] = [];
	await auditCommand.run(ctx(), [], (line) => said.push(line));
	expect(said).toEqual(['Every sealed line is as it was written.']);

	const owner = createPool({ connection: world.connection, log: createLogger('test'), connections: 1 });
	await owner.query('reset role');
	await owner.query(`update platform.audit_entry set details = '{"depth": 3}' where subject_id = '1'`);
	await owner.end();
	await expect(auditCommand.run(ctx(), [], () => undefined)).rejects.toThrow('The log was changed');
});

test('the application can neither change nor delete a line', async () => {
	await expect(sql`update platform.audit_entry set action = 'x'`.execute(world.db)).rejects.toThrow(
		'permission denied',
	);
	await expect(sql`delete from platform.audit_entry`.execute(world.db)).rejects.toThrow('permission denied');
	await expect(sql`delete from platform.audit_seal`.execute(world.db)).rejects.toThrow('permission denied');
});
