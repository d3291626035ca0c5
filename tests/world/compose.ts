// Every test file meets the platform composed of all its parts, as the processes do.
import { compose } from '#platform/part';
import { allParts } from '../../src/server/parts.ts';

compose(allParts);
