/** `npm run cli -- audit verify`: whether every sealed line of the log is as it was written. */
import { firstBrokenSeal } from './audit-seal.ts';
import { CommandError, type Command } from './part.ts';

export const auditCommand: Command = {
	usage: '',
	summary: 'Whether every sealed line of the log is as it was written; says where it was changed.',
	run: async (ctx, args, say) => {
		if (args.length > 0) throw new CommandError('audit verify takes nothing.');
		const broken = await firstBrokenSeal(ctx);
		if (broken !== undefined)
			throw new CommandError(
				`The log was changed: the seal at line ${broken} does not fit the lines before it.`,
			);
		say('Every sealed line is as it was written.');
	},
};
