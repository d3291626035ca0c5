// The code of a scanned card stands behind the # and never travels: it fills the form, and the address is cleared.
const code = decodeURIComponent(location.hash.slice(1));
const field = document.querySelector('input[name="card"]');
if (code !== '' && field instanceof HTMLInputElement) {
	history.replaceState(null, '', location.pathname);
	field.value = code;
	document.querySelector('[data-card-read]')?.removeAttribute('hidden');
	document.querySelector('#form-enter button')?.focus();
}
