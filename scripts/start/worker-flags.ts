/**
 * What Node is told for the worker. Left alone, the heap of the young grows to three times 32 MB before anything is looked
 * through, and a long job holds what it let go of: an import of 300,000 rows took 100 MB more.
 */
export const workerFlags: readonly string[] = ['--max-semi-space-size=8'];
