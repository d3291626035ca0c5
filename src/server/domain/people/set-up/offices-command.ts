/** `npm run cli -- offices give KIND ORGANISATION EMAIL`: the operator gives an office without any page. */
import { giveOffice, organisationFor } from '#domain/support';
import { CommandError, type Command } from '#platform/part';
import type { OfficeKind } from '#shared/actor';
import { isOneOf } from '#shared/vocabulary';
import { personOfAddress } from '../persons.sql.ts';

const kinds = [
	'validator',
	'assessor',
	'moderator',
	'editor',
	'central',
] as const satisfies readonly OfficeKind[];

export const giveOfficeCommand: Command = {
	usage: 'KIND ORGANISATION EMAIL',
	summary: `Give the person with this address an office (${kinds.join(', ')}); ORGANISATION is a country's two letters, or "central".`,
	run: async (ctx, [kind, organisation, email, ...rest], say) => {
		if (!isOneOf(kinds, kind) || !organisation || !email || rest.length > 0)
			throw new CommandError(
				`Say which office, where and who: offices give KIND ORGANISATION EMAIL. Kinds are ${kinds.join(', ')}.`,
			);
		const country = countryOf(organisation);
		if ((kind === 'central') !== (country === ''))
			throw new CommandError(
				'The office "central" belongs to the organisation "central", the others to a country.',
			);
		const person = await personOfAddress(ctx, email.toLowerCase());
		if (!person)
			throw new CommandError(`Nobody signs in with ${email}. The person joins first, then gets the office.`);
		await giveOffice(ctx, { person: person.id, organisation: await organisationFor(ctx, { country }), kind });
		say(`${person.name} now holds the office ${kind} at ${organisation}.`);
	},
};

/** The central desk covers what no rule covers, as a country without a code. */
function countryOf(organisation: string): string {
	if (organisation === 'central') return '';
	if (/^[A-Z]{2}$/i.test(organisation)) return organisation.toUpperCase();
	throw new CommandError(`"${organisation}" is neither two letters of a country nor "central".`);
}
