/** Capitals in German names, where a register holds them beside another language's. */
import { wordsOf, type NamingRules } from './naming-rules.ts';

export const german: NamingRules = {
	small: wordsOf('am an auf bei beim der des im ob und unter vom von zu zum zur'),
	common: wordsOf(''),
	acronyms: wordsOf('wfo tfo gob ssp'),
	cut: wordsOf(''),
	accents: {},
};
