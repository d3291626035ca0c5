// The browser of tests and benches: the system's Chromium, without a line to anywhere but this machine.
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../bin/browser.mjs';

const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts Chromium; whoever starts it closes it. */
export function launchBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? findBrowser(), args: quiet });
}
