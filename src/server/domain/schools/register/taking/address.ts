/** Takes an address that a register writes into one cell apart. */
import type { AddressShape } from '../profile.ts';

/** `street`, `town`, `district` (the widest), `postcode`; what is not there is left away. */
export function partsOfAddress(written: string, shape: AddressShape): Record<string, string> {
	const isPostcode = new RegExp(shape.postcode, 'u');
	const isDistrict = new RegExp(shape.district, 'u');
	const parts = written
		.split(shape.separator)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const postcode = parts.find((part) => isPostcode.test(part)) ?? '';
	const others = parts.filter((part) => part !== postcode);
	const districts = others.filter((part) => isDistrict.test(part));
	const near = others.filter((part) => !isDistrict.test(part));
	// a farm or a house with a name lies in no town: then its parish is where people look for it
	const town = near.length > 1 ? near.at(-1) : (districts[0] ?? near[0]);
	const street = near.filter((part) => part !== town).join(', ');
	return { street, town: town ?? '', district: districts.at(-1) ?? '', postcode };
}
