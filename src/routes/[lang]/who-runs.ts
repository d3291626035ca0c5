/** Who answers for this installation, for the pages that say whom to ask. */
import { installation } from '#platform/installation';

export type WhoRuns = {
	readonly trial: boolean;
	/** Where the installation is found. */
	readonly host: string;
	readonly name: string | undefined;
	readonly mail: string | undefined;
};

export function whoRuns(): WhoRuns {
	const { mode, publicUrl, operator } = installation();
	return { trial: mode === 'trial', host: publicUrl.host, ...operator };
}
