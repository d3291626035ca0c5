/** Capitals in German names: nouns keep theirs, so only little words are small. */
import { wordsOf, type NamingRules } from './naming-rules.ts';

export const german: NamingRules = {
	locale: 'de',
	small: wordsOf('am an auf bei beim dem den der des die für im in mit ob und unter vom von zu zum zur'),
	common: wordsOf(''),
	acronyms: wordsOf('bbs bsz ggmbh wfo tfo gob ssp'),
	cut: wordsOf(''),
	accents: {},
};
