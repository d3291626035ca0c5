/** A school as one answer of a field: its name, and where it is. */
import type { SchoolCard } from '#domain/schools';
import type { Option } from '#ui/SelectField.svelte';

export function schoolOption(school: SchoolCard & { readonly region?: string | null }): Option {
	const note = [school.town, school.region].filter(Boolean).join(', ');
	return { value: school.id, label: school.name, note };
}
