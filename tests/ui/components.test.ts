import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Axe from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ViteDevServer } from 'vite';
import type { Locale } from '#shared/locales';
import { openWorkshop, pageOf } from './render.ts';

const galleries = ['Forms', 'Things', 'Space', 'Desk', 'Pupil', 'Visitor', 'Home'];
/** Width, colours and direction vary together: each is seen, at half the time of all combinations. */
const looks = {
	en: { width: 1280, colorScheme: 'light' },
	ar: { width: 320, colorScheme: 'dark' },
} as const;

let workshop: ViteDevServer;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'gallery-'));

beforeAll(async () => {
	workshop = await openWorkshop();
	browser = await chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--headless'],
	});
});

afterAll(async () => {
	await browser.close();
	await workshop.close();
	rmSync(folder, { recursive: true });
});

async function hung(gallery: string, locale: Locale, props: Record<string, unknown> = {}): Promise<string> {
	const html = await pageOf(workshop, `/tests/ui/gallery/${gallery}.svelte`, locale, { locale, ...props });
	const file = join(folder, `${gallery}-${locale}.html`);
	writeFileSync(file, html);
	return `file://${file}`;
}

async function look(
	address: string,
	how: { width: number; colorScheme: 'light' | 'dark' },
	see: (page: Page) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext({
		viewport: { width: how.width, height: 900 },
		colorScheme: how.colorScheme,
		reducedMotion: 'reduce',
	});
	const page = await context.newPage();
	await page.goto(address);
	await see(page);
	await context.close();
}

describe.each(galleries)('the gallery %s', (gallery) => {
	test.each(['en', 'ar'] as const)('can be read by everyone in %s', async (locale) => {
		const address = await hung(gallery, locale, { wrong: true });
		await look(address, looks[locale], async (page) => {
			const { violations } = await new Axe({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
			expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
		});
	});
});

describe('what is pressed and clicked', () => {
	test('has room for a finger on a phone, and none stands beside the screen', async () => {
		for (const gallery of galleries) {
			await look(await hung(gallery, 'en'), { width: 320, colorScheme: 'light' }, async (page) => {
				expect(await page.evaluate(tooSmall)).toEqual([]);
				const beside = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
				expect([gallery, beside]).toEqual([gallery, 0]);
			});
		}
	});
});

describe('a form that comes back', () => {
	test('shows what to mend without JavaScript, with the focus on it', async () => {
		const address = await hung('Forms', 'en', { wrong: true });
		await look(address, { width: 1280, colorScheme: 'light' }, async (page) => {
			await expect.poll(() => page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
			const field = page.locator('#gallery-title');
			expect(await field.getAttribute('aria-invalid')).toBe('true');
			expect(await field.inputValue()).toBe('x');
			const described = (await field.getAttribute('aria-describedby')) ?? '';
			expect(described.split(' ')).toContain('gallery-title-error');
			const first = page.getByRole('alert').getByRole('link').first();
			expect(await first.textContent()).toMatch(/^Title of the project: Give/);
			await first.click();
			expect(await page.evaluate('location.hash')).toBe('#gallery-title');
		});
	});
});

describe('a form that is saved while one types', () => {
	const said = (savedAt: string) =>
		pageOf(workshop, '/src/ui/DraftSaved.svelte', 'en', { keeper: { state: 'still', savedAt } });

	test('says when it was saved, and before that nothing', async () => {
		expect(await said('10:30')).toContain('Saved at 10:30');
		expect(await said('')).not.toContain('Saved at');
	});
});

/** Links inside running text are exempt (WCAG 2.5.8); everything else measures at least 24 by 24 px. */
const tooSmall = `[...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
	.filter((one) => one.checkVisibility() && !one.closest('p, .prose') && !(one.labels && one.labels.length))
	.filter((one) => !one.matches('a[href="#main"]'))
	.map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
	.filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
	.map(([html, box]) => html + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))`;
