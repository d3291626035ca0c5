import { expect, test } from 'vitest';
import { mailboxOf } from './mailbox.ts';

test.each([
	['skola@talsi.lv', 'skola@talsi.lv'],
	['DIREZIONE@COMUNE.ROMA.IT', 'direzione@comune.roma.it'],
	['Non.Disponibile; segreteria@scuola.example', 'segreteria@scuola.example'],
	['mailto:info@escolas.min-edu.pt', 'info@escolas.min-edu.pt'],
	// the first is at a provider where anybody opens an account
	['jana@inbox.lv, skola@rezekne.lv', 'skola@rezekne.lv'],
])('of %j the school is written to at %s', (written, address) => {
	expect(mailboxOf(written)).toBe(address);
});

test.each([
	...['', 'none', 'escola(at)example.pt', 'a..b@school.example', '"head"@school.example', 'a@b'],
	...[
		'asilo@libero.it',
		'scuola@gmail.com',
		'maria@HOTMAIL.it',
		'x@yahoo.co.uk',
		'skola@inbox.lv',
		'a@pec.it',
	],
	...['jardim@mail.telepac.pt', 'x@studenti.libero.it'],
])('%j is no address of a school', (written) => {
	expect(mailboxOf(written)).toBeNull();
});
