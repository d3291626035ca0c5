// Every test file meets the platform composed of all its parts, as the processes do, over a data folder of its worker.
import { compose } from '#platform/part';
import { allParts } from '../../src/server/parts.ts';

// what one file throws away, at a time that it moved, must not be another's; nor the installation's beside the tests
process.env['OPENTWINNING_DATA'] =
	`node_modules/.cache/opentwinning/data-${process.env['VITEST_POOL_ID'] ?? '1'}`;
compose(allParts);
