import { expect, test } from 'vitest';
import { internalPath } from './internal-path.ts';

test.each(['/en/me', '/ar/projects/rivers-12345678', '/fr/partners?text=a%2Fb'])(
	'%s is a page of ours',
	(path) => {
		expect(internalPath(path, '/en')).toBe(path);
	},
);

test.each([
	'//evil.example',
	'///evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'https:evil.example',
	'https://evil.example/en',
	'http:/evil.example',
	'javascript:alert(1)',
	'data:text/html,x',
	'/.//evil.example',
	'/en/..//evil.example',
	'/%2Fevil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	' //evil.example',
	'/uploads/x',
	'@evil.example',
	'',
	null,
])('%j leads nowhere', (path) => {
	expect(internalPath(path, '/en')).toBe('/en');
});
