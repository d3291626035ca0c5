/**
 * The words aliases are made of, per language: animals and plants that are nobody's first name, with
 * properties that flatter. In each language the pairs agree in gender, so that any two go together.
 */
import type { locales } from '#shared/locales';

export type AliasWords = {
	readonly properties: readonly string[];
	readonly beings: readonly string[];
	/** Which comes first in this language. */
	readonly first: 'property' | 'being';
};

export const aliasWords: Readonly<Record<(typeof locales)[number], AliasWords>> = {
	en: {
		first: 'property',
		properties: [
			'Brave', 'Bright', 'Calm', 'Clever', 'Cosy', 'Curious', 'Eager', 'Gentle', 'Golden', 'Green', 'Happy',
			'Jolly', 'Kind', 'Lively', 'Lucky', 'Merry', 'Mighty', 'Nimble', 'Orange', 'Patient', 'Purple', 'Quick',
			'Silver', 'Smiling', 'Sparkling', 'Steady', 'Sunny', 'Swift', 'Velvet', 'Wise',
		],
		beings: [
			'Acorn', 'Badger', 'Beaver', 'Butterfly', 'Cloud', 'Comet', 'Dolphin', 'Dragonfly', 'Falcon', 'Firefly',
			'Hedgehog', 'Heron', 'Kingfisher', 'Lantern', 'Lighthouse', 'Otter', 'Panda', 'Pebble',
			'Penguin', 'Puffin', 'Rainbow', 'Seahorse', 'Snowflake', 'Sparrow', 'Squirrel', 'Starfish',
			'Tortoise', 'Turtle', 'Walrus', 'Waterfall', 'Whale', 'Woodpecker', 'Zebra',
		],
	},
	fr: {
		first: 'being',
		properties: [
			'Abricot', 'Agile', 'Aimable', 'Calme', 'Corail', 'Émeraude', 'Énergique', 'Fantastique',
			'Habile', 'Indigo', 'Ivoire', 'Magique', 'Magnifique', 'Moutarde', 'Orange', 'Pacifique', 'Rapide',
			'Sage', 'Saphir', 'Solide', 'Sympathique', 'Tranquille', 'Turquoise', 'Utile', 'Vanille',
		],
		beings: [
			'Abeille', 'Baleine', 'Belette', 'Biche', 'Chouette', 'Cigogne', 'Coccinelle', 'Comète', 'Étoile', 'Fourmi',
			'Gazelle', 'Girafe', 'Grenouille', 'Grue', 'Hermine', 'Hirondelle', 'Lanterne', 'Libellule', 'Loutre',
			'Luciole', 'Marmotte', 'Mésange', 'Mouette', 'Otarie', 'Pieuvre', 'Plume', 'Rivière', 'Sauterelle',
			'Sittelle', 'Taupe', 'Tortue', 
		],
	},
	da: {
		first: 'property',
		properties: [
			'Blid', 'Dygtig', 'Flittig', 'Frisk', 'Glad', 'Gylden', 'Hjertelig', 'Hurtig', 'Ivrig', 'Klog', 'Kvik',
			'Lilla', 'Livlig', 'Lynhurtig', 'Modig', 'Munter', 'Nysgerrig', 'Orange', 'Rask', 'Rolig', 'Rosa', 'Smidig',
			'Snild', 'Solrig', 'Stolt', 'Stærk', 'Tapper', 'Tålmodig', 'Vågen', 'Venlig',
		],
		beings: [
			'Bi', 'Bæver', 'Delfin', 'Edderfugl', 'Flamingo', 'Frø', 'Giraf', 'Grævling', 'Guldsmed', 'Hare',
			'Hval', 'Humlebi', 'Isfugl', 'Komet', 'Krabbe', 'Lanterne', 'Mejse', 'Måge', 'Mariehøne', 'Odder',
			'Panda', 'Pingvin', 'Regnbue', 'Ræv', 'Skildpadde', 'Solsikke', 'Spurv', 'Stork', 'Søhest', 'Sæl', 'Ugle',
			'Zebra',
		],
	},
	ar: {
		first: 'being',
		properties: [
			'أخضر', 'أزرق', 'برتقالي', 'بنفسجي', 'ذكي', 'ذهبي', 'رشيق', 'سريع', 'جريء', 'صبور', 
			'فضي', 'فضولي', 'قوي', 'لامع', 'لطيف', 'مشرق', 'مغامر', 'نشيط', 'هادئ', 'ودود', 'وردي',
		],
		beings: [
			'أرنب', 'باندا', 'ببغاء', 'بجع', 'بطريق', 'ثعلب', 'جمل', 'حصان', 'حوت', 'خلد', 'دلفين', 'زورق', 'سنجاب',
			'شلال', 'ضفدع', 'طاووس', 'غزال', 'فانوس', 'فيل', 'قارب', 'قنفذ', 'قندس', 'كنغر', 'لقلق',
			'نهر', 'نورس', 'هدهد', 'وعل',
		],
	},
};
