/** Projects the gallery hangs up. */
export const projects = [
	{ id: '0193f3a1-rivers', title: 'Rivers that join us', countries: ['PT', 'IT'], lang: 'en' },
	{ id: '0193f3a2-brod', title: 'Brødets vej gennem Europa', countries: ['DK', 'FR', 'PL'], lang: 'da' },
	{ id: '0193f3a3-sky', title: 'سماؤنا واحدة', countries: ['LB', 'FR'], lang: 'ar' },
	{ id: '0193f3a4-code', title: 'Robots raconteurs', countries: ['FR', 'GR', 'TR', 'RO', 'ES'], lang: 'fr' },
	{ id: '0193f3a5-alps', title: 'Due valli, una voce', countries: ['IT', 'IT'], lang: 'it' },
	{ id: '0193f3a6-sea', title: 'Letters from three seas', countries: ['EE', 'MT', 'UA'], lang: 'en' },
];
