/** What people owe the platform. */
import type { Part } from '#platform/part';

export const people: Part = { name: 'people', schemas: ['people'], privacy: { columns: {} } };
