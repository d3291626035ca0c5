/** The rules of each language for capitals in names of schools, streets and towns. */
import { bulgarian, croatian, czech, hungarian, romanian, serbian, slovak } from './danubian.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { together, wordsOf, type NamingLanguage, type NamingRules } from './naming-rules.ts';

const none = { common: wordsOf(''), acronyms: wordsOf(''), cut: wordsOf(''), accents: {} };

const dutch: NamingRules = {
	...none,
	locale: 'nl',
	small: wordsOf(
		"aan aen bij d' de den der des en het in met 'n of om onder op over 's 't te ten ter tot uit van vd voor",
	),
	common: wordsOf('basisschool school'),
	acronyms: wordsOf('aoc bs cbs cs ikc isk kbs kse obs pcbs rk roc rsg sbo so vmbo vso vwo'),
	cut: wordsOf('d s t n'),
	pairs: ['ij'],
};

const french: NamingRules = {
	...none,
	locale: 'fr',
	small: wordsOf('à au aux d de des du en et l la le les lès ou par pour près s sous sur un une'),
	common: wordsOf(`
		agricole collège élémentaire générale général lycée maternelle polyvalent polyvalente primaire privé privée
		professionnel professionnelle public publique technologique établissement enseignement adapté section`),
	acronyms: wordsOf('cfa erea legt lp lpo segpa zac zup bp cedex'),
};

const spanish: NamingRules = {
	...none,
	locale: 'es',
	small: wordsOf('a al con de del e el en i la las lo los o para por sobre u un una y'),
	common: wordsOf(`
		colegio educación enseñanza escuela infantil instituto primaria privado privada público pública secundaria
		superior centro`),
	acronyms: wordsOf('aepa ceip cep cepa cifp cpr cra eei epa ies ieso ipfp'),
};

const portuguese: NamingRules = {
	...none,
	locale: 'pt',
	small: wordsOf('a à ao aos as às com d da das de do dos e em na nas no nos o os para por sob sobre um uma'),
	common: wordsOf(''),
	acronyms: wordsOf('aml eb ebi ipl ipss'),
};

const latvian: NamingRules = {
	...none,
	locale: 'lv',
	small: wordsOf('ar no par pie un uz'),
	common: wordsOf(`
		aleja augstskola bērnudārzs bulvāris ceļš centrs filiāle gatve ģimnāzija iela iestāde izglītības koledža laukums
		līnija mācību novads novada pagasts pagasta pamatskola pilsēta pilsētas pirmsskolas priekšpilsēta prospekts
		rajons sākumskola skola šķērslīnija šoseja vidusskola`),
	acronyms: wordsOf('as rtu sia'),
};

const polish: NamingRules = {
	...none,
	locale: 'pl',
	small: wordsOf('dla do i im in na nad nr o oraz po pod przy w we z za ze'),
	common: wordsOf('imienia nr.'),
	acronyms: wordsOf('ckziu lo sosw sp zs zsp zsz'),
};

const greek: NamingRules = {
	...none,
	locale: 'el',
	small: wordsOf('και του της των στο στη στην στον με για από'),
};

const turkish: NamingRules = {
	...none,
	locale: 'tr',
	small: wordsOf('ile ve'),
	acronyms: wordsOf('mtal toki'),
};

const english: NamingRules = {
	...none,
	locale: 'en',
	small: wordsOf('and at by for in of on the to upon with le de la'),
	common: wordsOf('dr. mr. mrs. st.'),
	acronyms: wordsOf('c.e ce c.of.e cofe rc pru uk utc'),
};

const all: Readonly<Record<NamingLanguage, NamingRules>> = {
	bg: bulgarian,
	cs: czech,
	de: german,
	el: greek,
	en: english,
	es: spanish,
	fr: french,
	hr: croatian,
	hu: hungarian,
	it: italian,
	lv: latvian,
	nl: dutch,
	pl: polish,
	pt: portuguese,
	ro: romanian,
	sk: slovak,
	sr: serbian,
	tr: turkish,
};

/** The rules of one language, or of several that share a register; none for no language. */
export function namingRules(languages: readonly NamingLanguage[] | undefined): NamingRules | undefined {
	const [first, ...others] = (languages ?? []).map((language) => all[language]);
	return first && others.reduce(together, first);
}
