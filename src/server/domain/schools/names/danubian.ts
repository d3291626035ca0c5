/** The rules of the languages between the Alps and the Black Sea for capitals in names. */
import { wordsOf, type NamingRules } from './naming-rules.ts';

const none = { common: wordsOf(''), acronyms: wordsOf(''), cut: wordsOf(''), accents: {} };

/** Czech raises the first word, and people and places: what kind of school it is stays small. */
export const czech: NamingRules = {
	...none,
	locale: 'cs',
	small: wordsOf('a do i k ke na nad o od pod při pro s se u v ve z za ze č č.'),
	common: wordsOf(`
		akademie církevní dětský domov dům fakultní gymnázium hudební jazyková jídelna konzervatoř mateřská mateřské
		mládeže náměstí obchodní odborná odborné okres organizace praktická příspěvková průmyslová škola škole školní
		speciální sportovní stavební střední technická učiliště ulice umělecká úplná výtvarná vyšší zařízení zdravotnická
		základní`),
	acronyms: wordsOf('ddm mš soš sou spš sš szš vos zš zuš oa s.r.o o.p.s'),
};

export const slovak: NamingRules = {
	...none,
	locale: 'sk',
	small: wordsOf('a do i k ku na nad o od pod pre pri s so u v vo z za zo č č.'),
	common: wordsOf(`
		akadémia cirkevná detský domov gymnázium jazyková konzervatórium materská materskou námestie obchodná odborná
		pedagogická priemyselná škola školou školské spojená stredná súkromná súkromné špeciálna technická ulica umelecká
		základná základnou zdravotnícka`),
	acronyms: wordsOf('cvč mš oa soš spš sš zš zuš'),
};

export const croatian: NamingRules = {
	...none,
	locale: 'hr',
	small: wordsOf('i iz k na od po pod pri s sa u uz za br br.'),
	common: wordsOf(`
		dječji dom ekonomska gimnazija glazbena katolička medicinska obrtnička osnovna područna prirodoslovna srednja
		strukovna škola školska tehnička trgovačka ulica umjetnička vrtić`),
	acronyms: wordsOf('oš sš'),
};

const serbianCommon =
	'гимназија економска медицинска музичка основна предшколска средња стручна техничка установа школа';

/** Written in either alphabet. */
export const serbian: NamingRules = {
	...none,
	locale: 'sr',
	small: wordsOf('и из на од под при са у за бр бр. i iz na od pod pri sa u za br br.'),
	common: wordsOf(
		`${serbianCommon} gimnazija ekonomska medicinska muzička osnovna predškolska srednja stručna tehnička ustanova škola`,
	),
	acronyms: wordsOf('ош сш oš sš'),
};

export const bulgarian: NamingRules = {
	...none,
	locale: 'bg',
	small: wordsOf('в във за и към на от по при с със'),
	common: wordsOf(`
		гимназия гимназията детска езикова езиков математическа начално обединено основно помощно професионална средно
		спортно техникум търговия туризъм училище хуманитарна частна частно`),
	acronyms: wordsOf('дг ну оу пг пгт пмг соу су сду'),
};

/** Romanian and Hungarian raise every word of a school's name but the small ones. */
export const romanian: NamingRules = {
	...none,
	locale: 'ro',
	small: wordsOf('a al ale cu de din în la lui nr nr. pe pentru și sub'),
	acronyms: wordsOf('cjrae cse csei'),
};

export const hungarian: NamingRules = {
	...none,
	locale: 'hu',
	small: wordsOf('a az és utca út'),
	acronyms: wordsOf('egymi szc'),
};
