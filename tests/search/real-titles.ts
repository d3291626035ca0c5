// Titles of real projects as they were published, typing errors and all; seen on the public pages named beside them.
export const realTitles: readonly {
	readonly title: string;
	readonly language: string;
	readonly source: string;
}[] = [
	{
		title: 'Vegstigators',
		language: 'en',
		source: 'https://school-education.ec.europa.eu/en/discover/news/etwinning-project-gallery-2023',
	},
	{
		title: 'Our Pen Pals from Europe: Slovakia - Spain',
		language: 'en',
		source: 'https://school-education.ec.europa.eu/en/etwinning/projects/our-pen-pals-europe-slovakia-spain',
	},
	{ title: 'Generations', language: 'en', source: 'https://twinspace.etwinning.net/73750/home' },
	{
		title: 'European Menu: from Earth to the Moon',
		language: 'en',
		source: 'https://agora.xtec.cat/ceip-abatoliba-cornella/general/european-menu-etwinning-project/',
	},
	{ title: 'Inside Out', language: 'en', source: 'https://github.com/ScoalaRomanu/scoala-romanu' },
	{
		title: 'Cross-cutting plastic pollution project',
		language: 'en',
		source:
			'https://sarrauteducacion.com/2023/02/03/france-etwinning-dans-le-vif-de-la-classe-et-de-leurope/',
	},
	{
		title: 'Moi, toi, lettres à nous',
		language: 'fr',
		source: 'https://cafepedagogique.net/2014/05/27/l-europe-par-la-pedagogie',
	},
	{
		title: 'The calendar of friendship',
		language: 'en',
		source: 'https://issuu.com./pablojgd/docs/e-twinning_project_1',
	},
	{
		title: "My Classroom's Garden for Europe",
		language: 'en',
		source: 'http://www.4youth.eu/index.php?option=com_content&view=article&id=221&Itemid=164',
	},
	{
		title: 'Bridging Europe',
		language: 'en',
		source: 'http://www.4youth.eu/index.php?option=com_content&view=article&id=221&Itemid=164',
	},
	{
		title: 'Küçük Kalplerden Büyük Değerler',
		language: 'tr',
		source: 'https://yahyakemal46.meb.k12.tr/icerikler/etwinning-20-yasinda_16291809.html',
	},
	{ title: 'Under the Sea', language: 'en', source: 'https://atacan.k12.tr/en/courses/etwinning-project/' },
	{
		title: 'Scrivimi / Piši mi',
		language: 'it',
		source: 'http://os-podmurvice-ri.skole.hr/print/?prt_id=824&prt_name=news',
	},
	{
		title: 'Eureka',
		language: 'en',
		source: 'https://www.europaeischer-wettbewerb.de/etwinning/etwinning-im-66-europaeischen-wettbewerb/',
	},
	{
		title:
			'WHAT SURROUNDS ME. We mirror what surrounds us and what surrounds us mirrors us. This is a universal truth.',
		language: 'en',
		source: 'https://old.istitutogritti.edu.it/area/pagine/pagina.php?id=883',
	},
	{
		title: 'TALKING WALLS',
		language: 'en',
		source: 'https://www.cupparisalvati.edu.it/pagine/etwinning---progetti-2025-26',
	},
	{
		title: 'LIFE SKILLS IN ACTION: MY FUTURE IN MY HANDS',
		language: 'en',
		source: 'https://www.cupparisalvati.edu.it/pagine/etwinning---progetti-2025-26',
	},
	{ title: 'Water Literacy', language: 'en', source: 'https://www.20minutos.es/noticia/4918829/0/' },
	{
		title: 'Our dream: a virtual erasmus journey',
		language: 'en',
		source: 'https://www.20minutos.es/noticia/4918829/0/',
	},
	{
		title: 'Compañía "Sonrisas y lágrimas" etwinnteatro',
		language: 'es',
		source: 'https://www.20minutos.es/noticia/4918829/0/',
	},
	{
		title: 'The gett: the green etwinning team',
		language: 'en',
		source: 'https://www.20minutos.es/noticia/4918829/0/',
	},
	{
		title: 'Mission: creating gender-responsive learning enviroment',
		language: 'en',
		source: 'https://www.20minutos.es/noticia/4918829/0/',
	},
	{ title: 'Tennagers on board', language: 'en', source: 'https://www.20minutos.es/noticia/4918829/0/' },
	{ title: 'One world, one health', language: 'en', source: 'https://www.20minutos.es/noticia/4918829/0/' },
	{
		title: "Let's stay fit and healthy!",
		language: 'en',
		source:
			'https://www.huelvainformacion.es/huelva/educativos-Huelva-Sello-Calidad-Europeo_0_1636637072.html',
	},
	{
		title: 'Healthy traditional recipes',
		language: 'en',
		source:
			'https://www.europapress.es/andalucia/educacion-00651/noticia-total-siete-docentes-centros-educativos-premiados-almeria-sello-calidad-europeo-etwinning-20201114152301.html',
	},
	{
		title: 'View from a room',
		language: 'en',
		source:
			'https://www.europapress.es/andalucia/educacion-00651/noticia-total-siete-docentes-centros-educativos-premiados-almeria-sello-calidad-europeo-etwinning-20201114152301.html',
	},
	{
		title: 'S.O.C.I.A.L & M.E.D.I.A',
		language: 'en',
		source:
			'https://www.europapress.es/andalucia/educacion-00651/noticia-total-siete-docentes-centros-educativos-premiados-almeria-sello-calidad-europeo-etwinning-20201114152301.html',
	},
	{ title: 'Shining Tools', language: 'en', source: 'https://www.20minutos.es/noticia/4918823/0/' },
	{
		title:
			"I'dentity-We'dentity: Living together in 21rst century Europe (IWE)- etwinning/Erasmus+KA2 Project",
		language: 'en',
		source: 'https://www.20minutos.es/noticia/4918823/0/',
	},
	{
		title: 'Historias que merecen un proyecto',
		language: 'es',
		source: 'https://www.20minutos.es/noticia/4918823/0/',
	},
	{
		title: 'H2O not wasted',
		language: 'en',
		source:
			'https://www.diarioinformacion.com/alcoy/2018/07/04/colegio-salesianos-san-vicente-ferrer/2039641.html',
	},
	{
		title: 'Bookmark Exchange Project',
		language: 'en',
		source: 'https://web-arhiva.skole.hr/os-lapad-du/lidrano_2022_/etwinning_projekti%3Fnews_id=1139.html',
	},
	{ title: "Let's Go Green", language: 'en', source: 'https://en.vijesti.me/news-b/society/744302/' },
	{ title: "I'm Happy at School", language: 'en', source: 'https://en.vijesti.me/news-b/society/744302/' },
	{
		title: 'Cultural Heritage in the Modern World',
		language: 'en',
		source: 'https://tsaltinis.lt/projektai/etwinning-projektai/',
	},
	{
		title: 'Kultūros paveldas šiuolaikiniame pasaulyje',
		language: 'lt',
		source: 'https://tsaltinis.lt/projektai/etwinning-projektai/',
	},
	{ title: 'Travel influencer', language: 'en', source: 'https://pgthas.com/2023/10/23/' },
	{ title: 'MakeMeGoThere', language: 'en', source: 'https://pgthas.com/2023/10/23/' },
	{
		title: 'Abenteuer Freiheit – The Adventure of Freedom',
		language: 'de',
		source: 'https://github.com/newcracker/L3T',
	},
	{
		title: 'Free time activities',
		language: 'en',
		source: 'http://newsletter.etwinning.net/en/pub/2015/etnl_052015.htm',
	},
	{
		title: "Let's Discover Europe!",
		language: 'en',
		source: 'https://issuu.com/englishteach08/docs/a_book_about_europe_et_final_prod',
	},
	{
		title: "Let's Science our School Environment",
		language: 'en',
		source: 'https://github.com/kuehnert/letsscience',
	},
	{
		title: "Let's teach each other",
		language: 'en',
		source: 'https://github.com/breakerino/erasmus-lets-teach-each-other',
	},
];
