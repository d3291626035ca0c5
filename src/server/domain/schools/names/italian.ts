/** Capitals in Italian names of schools, streets and towns. */
import { wordsOf, type NamingRules } from './naming-rules.ts';

export const italian: NamingRules = {
	locale: 'it',
	small: wordsOf(`
		a ad agli ai al all alla alle allo che c con d da dagli dai dal dall dalla dalle dallo de degli dei del dell
		della delle dello di e è ed fra gli i il in l la le lo ne negli nei nel nell nella nelle nello non o per
		presso sub su sugli sui sul sull sulla sulle sullo tra un una uno`),
	common: wordsOf(`
		amministrazione applicate art. artistico asilo associazione biennio centro classico coll. collegio commerciale
		comprensivo comunale congr. congregazione coop. cooperativa cooperazione econ. economico elem. elementare
		elementari elettronica ente equiparata europeo finanza fondazione geometri grado gr. impresa inf. infantile
		infanzia ind. indirizzo industriale informatica internazionale ist. istituti istituto istruzione l.s. linguistico
		liceo magistrale marketing mat. materna meccanica meccatronica media nido non opz. opzione par. parif.
		parificata parificato parit. paritaria paritarie paritario parrocchia parrocchiale pluricomprensivo
		polivalente primaria primarie primo privata privato prof. professionale professionali quadriennale rel.
		religiosa religioso sanitari sanitario sc. scient. scientifico scienze scol. scolastica scolastico scuola
		scuole sec. secondaria secondarie secondo serv. servizi sett. settore soc. sociale sociali società
		socio sportivo stat. statale statali superiore superiori tecn. tecnica tecnico tecnologico turismo umane`),
	acronyms: wordsOf(
		'afm aps cfp cpia enaip ets fism ic icf iis ipia ips ipsia isc isis itc ite iti itis itt odv onlus sas scrl scs snc srl srls',
	),
	cut: wordsOf('ca de mo po'),
	accents: { a: 'à', e: 'è', i: 'ì', o: 'ò', u: 'ù' },
};
