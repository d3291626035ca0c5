// Makes the partner search feel instant: typing and ticking fetch the same page and put its results in place, so that
// nothing else on the page moves. Without this file the form sends itself with its button.
const form = document.querySelector('form[data-instant]');
const pauseInTyping = 220;
const shortestWord = 2;
const waitShownAfter = 300;

/** The fetch under way; a newer one ends it. */
let running = new AbortController();
let typing = 0;

if (form instanceof HTMLFormElement) {
	form.dataset.instant = 'on';
	form.addEventListener('input', (event) => {
		if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'search') return;
		clearTimeout(typing);
		const { value } = event.target;
		if (value !== '' && value.trim().length < shortestWord) return;
		typing = setTimeout(() => show(addressOf(form), 'replace'), pauseInTyping);
	});
	form.addEventListener('change', (event) => {
		if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
		show(addressOf(form), 'push');
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		clearTimeout(typing);
		show(addressOf(form), 'push');
	});
	addEventListener('popstate', () => {
		const words = form.elements.namedItem('q');
		if (words instanceof HTMLInputElement) words.value = new URLSearchParams(location.search).get('q') ?? '';
		show(location.href, 'keep');
	});
}

/** What the form asks, without what is empty. */
function addressOf(form) {
	const address = new URL(location.pathname, location.origin);
	for (const [name, value] of new FormData(form)) if (value !== '') address.searchParams.append(name, value);
	return address.href;
}

async function show(href, history) {
	running.abort();
	running = new AbortController();
	const { signal } = running;
	const waiting = setTimeout(() => form.setAttribute('aria-busy', 'true'), waitShownAfter);
	try {
		const answer = await fetch(href, { signal, headers: { accept: 'text/html' } });
		if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
		const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
		if (signal.aborted) return;
		if (!fresh.querySelector('form[data-instant]')) throw new Error('another page');
		putInPlace(fresh);
		if (history === 'push') window.history.pushState(null, '', href);
		if (history === 'replace') window.history.replaceState(null, '', href);
		say(document.getElementById('total')?.textContent ?? '');
	} catch {
		// whatever went wrong is better told by the page itself
		if (!signal.aborted) location.assign(href);
	} finally {
		clearTimeout(waiting);
		if (!signal.aborted) form.removeAttribute('aria-busy');
	}
}

/** Puts the regions of the fresh page in the place of the old ones; what was open or had the focus stays so. */
function putInPlace(fresh) {
	const focused = document.activeElement;
	const open = new Set([...form.querySelectorAll('details[open]')].map((each) => each.dataset.group));
	for (const region of document.querySelectorAll('[data-region]')) {
		const other = fresh.querySelector(`[data-region="${region.dataset.region}"]`);
		if (other) region.replaceChildren(...other.childNodes);
	}
	for (const each of form.querySelectorAll('details')) if (open.has(each.dataset.group)) each.open = true;
	if (focused instanceof HTMLElement && !focused.isConnected) sameAs(focused)?.focus({ preventScroll: true });
}

function sameAs(lost) {
	if (lost instanceof HTMLInputElement || lost instanceof HTMLSelectElement) {
		const named = [...form.querySelectorAll(`[name="${lost.name}"]`)];
		return named.find((each) => each.type !== 'checkbox' || each.value === lost.value) ?? null;
	}
	const group = lost.closest('details')?.dataset.group;
	return group === undefined ? null : form.querySelector(`details[data-group="${group}"] > summary`);
}

/** Tells those who listen how many fit. */
function say(text) {
	const status = document.querySelector('[data-announce]');
	if (status) status.textContent = text;
}
