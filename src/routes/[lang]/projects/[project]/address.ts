/** Which project an address means. */
import { shortIdOf } from '#domain/projects';
import { NotFound } from '#platform/errors';

/** The short id at the end of the address; an address without one leads nowhere. */
export function projectIn(params: { readonly project: string }): string {
	const shortId = shortIdOf(params.project);
	if (shortId === undefined) throw new NotFound('project');
	return shortId;
}
