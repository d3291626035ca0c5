/** Schools as answers of a field: their names, and where they are. */
import { countryLabels } from '#domain/places';
import type { SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import type { Option } from '#ui/SelectField.svelte';

type FoundSchool = SchoolCard & { readonly region?: string | null };

export async function schoolOptions(ctx: Context, schools: readonly FoundSchool[]): Promise<Option[]> {
	const label = await countryLabels(ctx);
	return schools.map(({ id, name, town, region, country }) => {
		const note = [town, region, label(country).name].filter(Boolean).join(', ');
		return { value: id, label: name, note };
	});
}
