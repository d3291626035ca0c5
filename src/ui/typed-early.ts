/**
 * What somebody typed before the script of a page had come: when it takes the page over, it would put back what the
 * server sent. On an old machine or a slow line that is the name of a project, or a whole letter.
 */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Call it while the page is taken over, before the fields are; what it gives back puts the answers in again. */
export function typedEarly(form: string): () => void {
	if (typeof document === 'undefined') return () => undefined;
	const found = document.getElementById(form);
	if (!(found instanceof HTMLFormElement)) return () => undefined;
	const answers = [...found.elements].flatMap((element) => answerOf(element as Control) ?? []);
	return () => {
		for (const { control, put } of answers) {
			if (!control.isConnected) continue;
			put();
			// counters, drafts and whoever follows a choice hear of it as of any typing
			for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
		}
	};
}

function answerOf(control: Control): { control: Control; put: () => void } | undefined {
	if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
		const { checked } = control;
		return checked === control.defaultChecked
			? undefined
			: { control, put: () => (control.checked = checked) };
	}
	if (control instanceof HTMLSelectElement) {
		const { selectedIndex } = control;
		// without an answer of the server the first one shows
		const sent = Math.max(
			0,
			[...control.options].findIndex((option) => option.defaultSelected),
		);
		return selectedIndex === sent
			? undefined
			: { control, put: () => (control.selectedIndex = selectedIndex) };
	}
	if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
		if (control.type === 'hidden' || control.type === 'file') return undefined;
		const { value } = control;
		return value === control.defaultValue ? undefined : { control, put: () => (control.value = value) };
	}
	return undefined;
}
