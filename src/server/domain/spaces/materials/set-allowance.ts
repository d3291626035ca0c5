/** How large one file may be and how much one space may hold: set by whoever runs the machine, whose disk it is. */
import { CommandError, type Command } from '#platform/part';
import { insertAllowance } from './allowance.sql.ts';

const megabyte = 1_000_000;

/** `npm run cli -- materials allow 500 10000`. Holds from now on; what is there already stays. open-to-all: the terminal. */
export const setAllowance: Command = {
	usage: 'FILE_MB SPACE_MB',
	summary: 'Lets members send files of up to FILE_MB megabytes (at most 2000), SPACE_MB in one TwinSpace.',
	run: async (ctx, [file = '', space = ''], say) => {
		const [fileBytes, spaceBytes] = [Number(file) * megabyte, Number(space) * megabyte];
		if (!(fileBytes >= megabyte && fileBytes <= 2000 * megabyte) || !(spaceBytes >= fileBytes))
			throw new CommandError(
				'Name two numbers of megabytes: one file (1 to 2000), then one space (no less).',
			);
		await insertAllowance(ctx, fileBytes, spaceBytes);
		say(`From now on: ${file} MB for one file, ${space} MB for one TwinSpace.`);
	},
};
