/** The texts for which the installation answers. */

/** Also the words of the desk's addresses. */
export const houseTexts = [
	'conduct',
	'conduct-pupils',
	'privacy',
	'privacy-pupils',
	'accessibility',
] as const;
export type HouseText = (typeof houseTexts)[number];

export const mostLetters = 40_000;

/** The page on which a text is read, without its language. */
export const pageOfText: Readonly<Record<HouseText, string>> = {
	conduct: 'conduct',
	'conduct-pupils': 'pupil/conduct',
	privacy: 'privacy',
	'privacy-pupils': 'pupil/privacy',
	accessibility: 'accessibility',
};
