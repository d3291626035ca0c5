/** The address at which a school is written to, as its register says it. */
import { isMailAddress } from '#platform/mail-address';

/**
 * The first address in the cell that a school or its authority has of its own. One at a provider where anybody opens
 * an account may be the private one of whoever was head that year: it is never taken.
 */
export function mailboxOf(written: string): string | null {
	const addresses = written
		.toLowerCase()
		.split(/[\s,;/|<>]+/)
		.map((part) => part.replace(/^mailto:/, ''));
	return addresses.find((address) => isMailAddress(address) && !isPrivateProvider(hostOf(address))) ?? null;
}

function hostOf(address: string): string {
	return address.slice(address.lastIndexOf('@') + 1);
}

function isPrivateProvider(host: string): boolean {
	const labels = host.split('.');
	const heads = labels.map((_, at) => labels.slice(at).join('.'));
	return heads.some((domain) => providers.has(domain) || families.test(domain));
}

/** Providers with one name in many countries. */
const families =
	/^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|aol|gmx|proton(mail)?|tutanota|zoho|yandex|e?mail|freemail|inbox|post)\.(com?\.)?[a-z]{2,4}$/;

/** Those of single countries, their telephone companies and certified mail that anyone can rent among them. */
const providers = new Set(
	`me.com mac.com pm.me hey.com fastmail.com fastmail.fm hushmail.com tuta.io mailbox.org posteo.de posteo.net
	web.de t-online.de freenet.de arcor.de online.de vodafone.de o2online.de a1.net aon.at chello.at utanet.at
	bluewin.ch hispeed.ch sunrise.ch
	libero.it virgilio.it tiscali.it tiscalinet.it alice.it tin.it inwind.it iol.it interfree.it katamail.com
	infinito.it fastwebnet.it supereva.it teletu.it vodafone.it poste.it pec.it legalmail.it arubapec.it
	pec.libero.it legpec.it lamiapec.it gigapec.it overpec.it registerpec.it postecert.it sicurezzapostale.it
	orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr
	telefonica.net terra.es ono.com movistar.es wanadoo.es
	sapo.pt netcabo.pt clix.pt iol.pt telepac.pt mail.telepac.pt vodafone.pt zonmail.pt nos.pt
	ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl home.nl casema.nl upcmail.nl xs4all.nl quicknet.nl
	telenet.be skynet.be proximus.be scarlet.be
	btinternet.com btconnect.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk tiscali.co.uk
	eircom.net eir.ie
	telia.com telia.se bredband.net comhem.se spray.se swipnet.se glocalnet.net
	online.no broadpark.no getmail.no start.no tele2.no
	tdcadsl.dk mail.tele.dk stofanet.dk jubii.dk ofir.dk
	luukku.com kolumbus.fi suomi24.fi elisanet.fi pp.inet.fi saunalahti.fi
	simnet.is internet.is
	inbox.lv inbox.lt inbox.ee apollo.lv tvnet.lv latnet.lv delfi.lv one.lv e-apollo.lv navigator.lv
	delfi.lt takas.lt zebra.lt one.lt gmail.lt hot.ee online.ee neti.ee mail.ee
	wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl interia.pl interia.eu gazeta.pl tlen.pl poczta.fm vp.pl
	seznam.cz centrum.cz atlas.cz volny.cz quick.cz tiscali.cz centrum.sk azet.sk zoznam.sk pobox.sk stonline.sk
	citromail.hu t-online.hu vipmail.hu invitel.hu chello.hu
	abv.bg mail.bg dir.bg
	yahoo.ro rdslink.ro clicknet.ro
	otenet.gr forthnet.gr hol.gr windowslive.com in.gr vivodinet.gr cytanet.com.cy
	net.hr inet.hr t-com.hr zg.t-com.hr siol.net t-2.net amis.net volja.net t.ht.hr
	eunet.rs open.telekom.rs ptt.rs sbb.rs t-com.me bih.net.ba teol.net t-home.mk
	ukr.net i.ua bigmir.net meta.ua mail.ru bk.ru list.ru rambler.ru
	mynet.com ttmail.com superonline.com topnet.tn planet.tn gnet.tn cyberia.net.lb idm.net.lb terra.net.lb
	mail.com email.com usa.net lycos.com excite.com europe.com`.split(/\s+/),
);
