import { expect, test } from 'vitest';
import { namingRules } from './languages.ts';
import { readableName } from './readable-name.ts';

test.each([
	['SCUOLA PARITARIA" SANTA LUCE "', 'Scuola paritaria "Santa Luce"'],
	['SCUOLA DELL\'INFANZIA "CRISTO RE"', 'Scuola dell\'infanzia "Cristo Re"'],
	['LICEO SCIENTIFICO E. FERMI', 'Liceo scientifico E. Fermi'],
	["COMUNITA' EBRAICA", 'Comunità Ebraica'],
	["ISTITUTO SACRO CUORE DI GESU'", 'Istituto Sacro Cuore di Gesù'],
	['SAN GIOVANNI PAOLO II', 'San Giovanni Paolo II'],
	['COLL. VESC.PIO X', 'Coll. Vesc. Pio X'],
	['S.GIUSEPPE', 'S. Giuseppe'],
	['SC.MAT.NON STAT."SAN GAETANO"', 'Sc. mat. non stat. "San Gaetano"'],
	['"EUGENIA RAVASCO"', 'Eugenia Ravasco'],
	['SCUOLA INFANZIA "IL TIGLIO"', 'Scuola infanzia "Il Tiglio"'],
	["L'ISOLA CHE NON C'E'", "L'Isola che non c'è"],
	['ISTITUTO MONTALE S.R.L.', 'Istituto Montale S.R.L.'],
	['ISTITUTO MONTALE SRL ONLUS', 'Istituto Montale SRL ONLUS'],
	['SCUOLA MEDIA DI 1° GRADO', 'Scuola media di 1° grado'],
	['VIA LAMPUGNANO163', 'Via Lampugnano 163'],
	["VIA DELL'INDUSTRIA 4/A", "Via dell'Industria 4/A"],
	["REGGIO NELL'EMILIA", "Reggio nell'Emilia"],
	["SAN DONA' DI PIAVE", 'San Donà di Piave'],
	["CAVA DE' TIRRENI", "Cava de' Tirreni"],
	["L'AQUILA", "L'Aquila"],
	["QUARTU SANT'ELENA", "Quartu Sant'Elena"],
	['CASALNUOVO DI NAPOLI', 'Casalnuovo di Napoli'],
	['istituto socio sanitario g.pascoli', 'Istituto socio sanitario G. Pascoli'],
	['Scuola secondaria I grado Giovanni Paolo II', 'Scuola secondaria I grado Giovanni Paolo II'],
	['infanzia  Valgrisenche', 'Infanzia Valgrisenche'],
	['MILANO BABY SCHOOL', 'Milano Baby School'],
	['FONDAZIONE ROSSI - SCUOLA PRIMARIA', 'Fondazione Rossi - Scuola primaria'],
])('%s reads %s', (written, readable) => {
	expect(readableName(written, namingRules(['it']))).toBe(readable);
});

test('where two languages share a register both have their say', () => {
	const both = namingRules(['it', 'de']);
	expect(readableName('BRUNICO * BRUNECK', both)).toBe('Brunico / Bruneck');
	expect(readableName('CHIUSA II/KLAUSEN II', both)).toBe('Chiusa II/Klausen II');
	expect(readableName('PRATO ALLO STELVIO * PRAD AM STILFSER JOCH', both)).toBe(
		'Prato allo Stelvio / Prad am Stilfser Joch',
	);
});

test('a language without rules keeps its capitals', () => {
	expect(readableName('ROC Nijmegen')).toBe('ROC Nijmegen');
});

test('a readable name is readable already', () => {
	for (const name of ['Scuola paritaria "Santa Luce"', "Cava de' Tirreni", 'Brunico / Bruneck']) {
		expect(readableName(name, namingRules(['it']))).toBe(name);
	}
});

test.each([
	['nl', 'BASISSCHOOL DE IJSSELSTER', 'Basisschool de IJsselster'],
	['nl', "'S-GRAVENHAGE", "'s-Gravenhage"],
	['nl', 'OBS AAN DE VECHT', 'OBS aan de Vecht'],
	['fr', "COLLEGE DE L'EUROPE", "College de l'Europe"],
	['fr', 'LYCÉE GÉNÉRAL VICTOR HUGO', 'Lycée général Victor Hugo'],
	['lv', 'SKOLAS IELA 6', 'Skolas iela 6'],
	['lv', 'AGLONAS NOVADS', 'Aglonas novads'],
	['tr', 'IŞIK İLKOKULU', 'Işık İlkokulu'],
	['el', 'ΓΥΜΝΑΣΙΟ ΗΡΑΚΛΕΙΟΥ', 'Γυμνασιο Ηρακλειου'],
	['pt', 'ESCOLA BÁSICA DE SÃO JOÃO DA MADEIRA', 'Escola Básica de São João da Madeira'],
	['en', "ST MARY'S C OF E SCHOOL ON THE HILL", "St Mary's C of E School on the Hill"],
	['pl', 'SZKOŁA PODSTAWOWA NR 12 W ŁODZI', 'Szkoła Podstawowa nr 12 w Łodzi'],
	[
		'cs',
		'ZÁKLADNÍ ŠKOLA A MATEŘSKÁ ŠKOLA BRNO, KŘÍDLOVICKÁ',
		'Základní škola a mateřská škola Brno, Křídlovická',
	],
	['cs', 'GYMNÁZIUM JANA NERUDY', 'Gymnázium Jana Nerudy'],
	['sk', 'ZÁKLADNÁ ŠKOLA S MATERSKOU ŠKOLOU ŽILINA', 'Základná škola s materskou školou Žilina'],
	['hr', 'OSNOVNA ŠKOLA IVANA GUNDULIĆA', 'Osnovna škola Ivana Gundulića'],
	['sr', 'ОСНОВНА ШКОЛА „ВУК КАРАЏИЋ“', 'Основна школа "Вук Караџић"'],
	['sr', 'OŠ DESANKA MAKSIMOVIĆ', 'OŠ Desanka Maksimović'],
	['bg', 'ОСНОВНО УЧИЛИЩЕ "ХРИСТО БОТЕВ"', 'Основно училище "Христо Ботев"'],
	['bg', 'СУ ЗА ЧУЖДИ ЕЗИЦИ', 'СУ за Чужди Езици'],
	['ro', 'LICEUL DE ARTE DIN BRAȘOV', 'Liceul de Arte din Brașov'],
	['ro', 'ȘCOALA GIMNAZIALĂ NR. 5', 'Școala Gimnazială nr. 5'],
	['hu', 'PETŐFI SÁNDOR ÁLTALÁNOS ISKOLA ÉS GIMNÁZIUM', 'Petőfi Sándor Általános Iskola és Gimnázium'],
	['de', '"GLÜCKAUF"-GYMNASIUM FÜR ALLE', '"Glückauf"-Gymnasium für Alle'],
] as const)('in %s %s reads %s', (language, written, readable) => {
	expect(readableName(written, namingRules([language]))).toBe(readable);
});

test('quotation marks that belong to a word stay at it', () => {
	expect(readableName('"Glückauf"-Gymnasium Altenberg')).toBe('"Glückauf"-Gymnasium Altenberg');
});
