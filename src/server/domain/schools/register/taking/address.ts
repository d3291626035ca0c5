/** Takes an address that a register writes into one cell apart. */
import type { AddressShape } from '../profile.ts';

/** Parts by their names: `street`, `town`, `district` (the widest), `postcode`; empty what is not there. */
export type AddressParts = Readonly<Record<'street' | 'town' | 'district' | 'postcode', string>>;

/** Makes the function that takes addresses of this shape apart. */
export function addressReader({
	separator,
	postcode,
	district,
}: AddressShape): (written: string) => AddressParts {
	const isPostcode = postcode === undefined ? undefined : new RegExp(`^(?:${postcode})$`, 'u');
	const besideTown =
		postcode === undefined ? undefined : new RegExp(`^(${postcode})\\s+(.+)$|^(.+)\\s+(${postcode})$`, 'u');
	const isDistrict = district === undefined ? undefined : new RegExp(district, 'iu');
	return (written) => {
		const parts = written
			.split(separator)
			.map((part) => part.trim())
			.filter((part) => part !== '');
		const own = parts.find((part) => isPostcode?.test(part));
		const beside = own === undefined ? besideIn(parts, besideTown) : undefined;
		const others = parts.filter((part) => part !== own && part !== beside?.part);
		const districts = others.filter((part) => isDistrict?.test(part));
		const near = others.filter((part) => !isDistrict?.test(part));
		// a farm or a house with a name lies in no town: then its parish is where people look for it
		const town = beside?.town ?? (near.length > 1 ? near.at(-1) : (districts[0] ?? near[0]));
		return {
			street: near.filter((part) => part !== town).join(', '),
			town: town ?? '',
			district: districts.at(-1) ?? '',
			postcode: own ?? beside?.postcode ?? '',
		};
	};
}

/** The last part in which a postcode stands in front of a town, or behind one. */
function besideIn(parts: readonly string[], besideTown: RegExp | undefined) {
	for (const part of parts.toReversed()) {
		const found = besideTown?.exec(part);
		if (!found) continue;
		const [, first, behind, before, last] = found;
		return { part, postcode: first ?? last ?? '', town: behind ?? before ?? '' };
	}
	return undefined;
}
