import { expect, test } from 'vitest';
import { assembleKernel } from '../../../../scripts/kernel.ts';
import { kernelBytes } from './kernel-bytes.ts';

test('the kernel that runs is the one that can be read', async () => {
	expect((await assembleKernel()).toString('base64')).toBe(kernelBytes);
});
