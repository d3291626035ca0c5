/** What the classes of the demo write to each other: read by whoever tries the platform, so it sounds like children. */
import type { DemoPicture } from './demo-pictures.ts';
import type { PersonName, SchoolName } from './names.ts';

export const demoClasses = {
	porto: {
		teacher: 'ines',
		school: 'ribeira',
		name: '4.º B',
		locale: 'en',
		aliases: ['Swift Heron', 'Calm Otter', 'Brave Acorn', 'Sunny Pebble', 'Curious Puffin', 'Merry Comet'],
	},
	aarhus: {
		teacher: 'freja',
		school: 'skovbakke',
		name: '4.a',
		locale: 'da',
		aliases: ['Modig Odder', 'Klog Ugle', 'Glad Isfugl', 'Rask Hare', 'Solrig Bi'],
	},
	lyon: {
		teacher: 'amelie',
		school: 'jeanMoulin',
		name: '5e C',
		locale: 'fr',
		aliases: ['Loutre Calme', 'Mésange Habile', 'Tortue Sage'],
	},
	tunis: {
		teacher: 'yasmine',
		school: 'ibnKhaldoun',
		name: '٧ أ',
		locale: 'ar',
		aliases: ['هدهد ذكي', 'دلفين سريع', 'نورس هادئ'],
	},
} as const satisfies Readonly<
	Record<
		string,
		{ teacher: PersonName; school: SchoolName; name: string; locale: string; aliases: readonly string[] }
	>
>;

export type DemoClass = keyof typeof demoClasses;

/** Pupils whose cards lie ready for whoever tries the platform. */
export const demoCards = ['Swift Heron', 'Calm Otter', 'Modig Odder', 'Loutre Calme', 'هدهد ذكي'] as const;

/** Who writes: a teacher by name in the world, or a pupil by alias. */
type Words = { readonly by: string; readonly words: string; readonly locale?: string };
type Thread = Words & { readonly daysAgo: number; readonly answers?: readonly Words[] };
type Block =
	| { readonly kind: 'text' | 'heading' | 'list' | 'numbers' | 'quote' | 'table'; readonly text: string }
	| { readonly kind: 'columns' | 'next-column' | 'columns-end' }
	| { readonly kind: 'link' | 'embed'; readonly text: string; readonly address: string }
	| { readonly kind: 'picture'; readonly picture: DemoPicture; readonly alternative: string };

export type DemoSpace = {
	readonly project: string;
	/** The language its members write in. */
	readonly locale: string;
	readonly classes: readonly DemoClass[];
	readonly pages: readonly {
		readonly by: PersonName;
		readonly title: string;
		readonly state: 'draft' | 'shared' | 'public';
		readonly daysAgo: number;
		readonly blocks: readonly Block[];
	}[];
	readonly updates: readonly Thread[];
	readonly walls: readonly Thread[];
};

export const demoSpaces: readonly DemoSpace[] = [
	{
		project: 'Two rivers',
		locale: 'en',
		classes: ['porto', 'aarhus'],
		pages: [
			{
				by: 'ines',
				title: 'How we measure',
				state: 'shared',
				daysAgo: 38,
				blocks: [
					{
						kind: 'text',
						text: 'Every Friday at ten we go down to the water. Both classes do the same, so that we can **compare**.',
					},
					{
						kind: 'picture',
						picture: 'douro',
						alternative: 'A drawing of the Douro: houses on a hill, a high bridge and a boat',
					},
					{ kind: 'columns' },
					{ kind: 'heading', text: 'What you need' },
					{
						kind: 'list',
						text: 'a thermometer on a string\na white plate on a rope\na cork and a clock\nthe logbook and a pencil',
					},
					{ kind: 'next-column' },
					{ kind: 'heading', text: 'What you do' },
					{
						kind: 'numbers',
						text: 'Let the thermometer hang in the water for two minutes. Read it while it is wet.\nLower the white plate until nobody sees it any more. Measure the rope.\nThrow the cork in and count how long it takes from one lamp post to the next.\nWrite everything down before you talk about it.',
					},
					{ kind: 'columns-end' },
					{
						kind: 'embed',
						text: 'Where we stand on Fridays in Porto',
						address: 'https://www.openstreetmap.org/#map=15/41.1400/-8.6110',
					},
					{
						kind: 'link',
						text: 'Why the plate is white',
						address: 'https://en.wikipedia.org/wiki/Secchi_disk',
					},
				],
			},
			{
				by: 'freja',
				title: 'Our Friday logbook',
				state: 'shared',
				daysAgo: 9,
				blocks: [
					{
						kind: 'picture',
						picture: 'numbers',
						alternative:
							'Two lines that go down over six Fridays: the Douro is always about six degrees warmer than the Aarhus Å',
					},
					{
						kind: 'table',
						text: 'Friday | Douro | Aarhus Å | The wind\n1 | 18 degrees | 12 degrees | none\n2 | 17 degrees | 11 degrees | from the sea\n3 | 16 degrees | 9 degrees | from the sea\n4 | 15 degrees | 8 degrees | a storm',
					},
					{ kind: 'quote', text: 'A number without a question is only a number.' },
				],
			},
			{
				by: 'ines',
				title: 'Two rivers, two cities',
				state: 'public',
				daysAgo: 20,
				blocks: [
					{
						kind: 'text',
						text: 'One river crosses a whole country before it reaches us. The other one is so short that a class can walk along it in a morning.',
					},
					{
						kind: 'picture',
						picture: 'aarhus',
						alternative: 'A drawing of the Aarhus Å: low houses, a stone bridge and three ducks',
					},
					{
						kind: 'text',
						text: 'From September to May two classes measure both, and ask each other why the numbers differ.',
					},
				],
			},
			{
				by: 'freja',
				title: 'Plan for the video meeting',
				state: 'draft',
				daysAgo: 3,
				blocks: [
					{
						kind: 'numbers',
						text: 'Who begins?\nEach class shows its river in a bottle.\nThree questions each.',
					},
				],
			},
		],
		updates: [
			{
				by: 'ines',
				daysAgo: 38,
				words:
					'Good morning, Aarhus. We are class 4B in Porto, and from our window we see the Douro. On Friday we measure it for the first time: how warm, how clear, how fast. Will you do the same?',
				answers: [
					{
						by: 'freja',
						words: 'Good morning, Porto. Yes. Our river is small and calm. You get our numbers on Friday.',
					},
					{ by: 'Modig Odder', words: 'We have a thermometer on a long string.' },
				],
			},
			{
				by: 'freja',
				daysAgo: 10,
				words:
					'The question of this week: why is the Douro warmer than our river, although it is so much bigger? Write what you think on your wall. No answer is wrong.',
				answers: [
					{ by: 'Calm Otter', words: 'I think because Portugal has more sun.' },
					{ by: 'Klog Ugle', words: 'Maybe your water comes from far away and gets warm on the way.' },
				],
			},
			{
				by: 'ines',
				daysAgo: 2,
				words:
					'On Thursday we see each other on the screen, at ten in Porto and at eleven in Aarhus. Please bring your river in a bottle. This is what the white plate is for: https://en.wikipedia.org/wiki/Secchi_disk',
			},
		],
		walls: [
			{
				by: 'Swift Heron',
				daysAgo: 37,
				words:
					'Hello, I am Swift Heron. I like to draw boats. My favourite bird is the cormorant because it dries its wings like a coat.',
				answers: [
					{ by: 'Modig Odder', words: 'We have cormorants too. They sit on the poles in the harbour.' },
					{ by: 'ines', words: 'I have seen your boats. Please bring one on Friday.' },
				],
			},
			{
				by: 'Calm Otter',
				daysAgo: 36,
				words:
					'Hello from Porto 👋 I play the drum. Today the water was 17 degrees and very brown because it rained in the mountains.',
				answers: [
					{ by: 'Glad Isfugl', words: 'Why does rain make it brown?' },
					{ by: 'Calm Otter', words: 'It carries earth with it. We saw it in a glass.' },
				],
			},
			{
				by: 'Brave Acorn',
				daysAgo: 20,
				words: 'I counted 14 boats on Friday. Five carry tourists and one is very old and carries barrels.',
			},
			{ by: 'Sunny Pebble', daysAgo: 3, words: 'Merry Comet cannot even read a thermometer.' },
			{
				by: 'Modig Odder',
				daysAgo: 36,
				words:
					'Hi, I go to the river with my dog. In summer we catch small crabs in the harbour with a string and put them back.',
				answers: [
					{ by: 'Curious Puffin', words: 'What do crabs eat?' },
					{ by: 'Modig Odder', words: 'We give them a bit of bread 🦀' },
				],
			},
			{
				by: 'Klog Ugle',
				daysAgo: 30,
				words:
					'Our river was under a road for many years. Then people took the road away and now you can see it again.',
				answers: [{ by: 'Swift Heron', words: 'Did the fish stay under the road?' }],
			},
			{
				by: 'Rask Hare',
				daysAgo: 5,
				words: 'I live in the yellow house next to the bakery, come and visit me.',
			},
		],
	},
	{
		project: 'Une mer, deux rives',
		locale: 'fr',
		classes: ['lyon'],
		pages: [],
		updates: [
			{
				by: 'amelie',
				daysAgo: 20,
				words:
					'Cette semaine, chacun pose la même question à quelqu’un de sa famille : quel est ton premier souvenir de la mer ? Racontez-le sur votre mur, sans nom de famille.',
				answers: [
					{ by: 'yasmine', words: 'Nous faisons pareil à Tunis. Ici, la mer est au bout de la rue.' },
				],
			},
		],
		walls: [
			{
				by: 'Loutre Calme',
				daysAgo: 18,
				words:
					'Ma grand-mère a vu la mer à douze ans. Elle croyait que, de l’autre côté, il n’y avait qu’une île.',
				answers: [{ by: 'Tortue Sage', words: 'Mon oncle dit que la mer lui fait encore peur.' }],
			},
		],
	},
	{
		project: 'خبز على ضفتي البحر',
		locale: 'ar',
		classes: ['tunis', 'porto'],
		pages: [
			{
				by: 'yasmine',
				title: 'كيف نزن الخبز',
				state: 'shared',
				daysAgo: 11,
				blocks: [
					{ kind: 'text', text: 'نزن كل رغيف مرّتين: **قبل** الفرن و**بعده**. الفرق هو الماء الذي طار.' },
					{ kind: 'picture', picture: 'bread', alternative: 'رسم لرغيف طابونة مستدير ورغيف ذرة' },
					{ kind: 'list', text: 'ميزان المطبخ\nورقة وقلم\nساعة' },
				],
			},
		],
		updates: [
			{
				by: 'yasmine',
				daysAgo: 12,
				words: 'صباح الخير يا بورتو. نخبز هذا الأسبوع خبز الطابونة، ونزنه قبل الخبز وبعده. أيّ خبز ستخبزون؟',
				answers: [
					{
						by: 'ines',
						locale: 'fr',
						words: 'Bonjour Tunis. Nous faisons la broa, un pain de maïs. Nous pèserons comme vous.',
					},
				],
			},
		],
		walls: [
			{
				by: 'هدهد ذكي',
				daysAgo: 9,
				words: 'مرحبا، أحبّ رائحة الخبز في الصباح. رغيفي الأول احترق قليلا.',
				answers: [{ by: 'دلفين سريع', words: 'ورغيفي أيضا، لكنّ طعمه لذيذ 🍞' }],
			},
		],
	},
];

/** What the classes of the two rivers keep together. */
export const demoAlbum = {
	name: 'Our two rivers in pictures',
	pictures: [
		{
			by: 'ines',
			daysAgo: 12,
			picture: 'douro',
			name: 'The Douro from our window',
			alternative: 'A drawing of the Douro: houses on a hill, a high bridge and a boat',
		},
		{
			by: 'freja',
			daysAgo: 11,
			picture: 'aarhus',
			name: 'The Aarhus Å in November',
			alternative: 'A drawing of the Aarhus Å: low houses, a stone bridge and three ducks',
		},
		{
			by: 'Calm Otter',
			daysAgo: 8,
			picture: 'numbers',
			name: 'Our numbers as lines',
			alternative: 'Two lines that go down over six Fridays; the upper one is the Douro',
		},
	],
	sheet: {
		name: 'Friday sheet.csv',
		content: 'Friday;Douro (degrees);Aarhus A (degrees)\n1;18;12\n2;17;11\n3;16;9\n4;15;8\n',
	},
} as const;

type DemoTalk = {
	readonly discussion: string;
	readonly thread: { readonly title: string; readonly words: string };
	readonly replies: readonly (Words & { readonly daysAgo: number })[];
	readonly note: string;
};

/** What they talk about in the forum, and what teachers say among themselves. */
export const demoTalk: DemoTalk = {
	discussion: 'Questions to the rivers',
	thread: {
		title: 'Does a river sleep in winter?',
		words:
			'Modig Odder asked this today, and I had no answer. What do you think: does something in the river rest when it is cold?',
	},
	replies: [
		{
			by: 'Swift Heron',
			daysAgo: 8,
			words: 'Ours never freezes. But the fishermen say that the fish go down to the ground.',
		},
		{
			by: 'Modig Odder',
			daysAgo: 7,
			words: 'Hos os fryser den til i januar. Så er der helt stille.',
			locale: 'da',
		},
		{
			by: 'ines',
			daysAgo: 6,
			words:
				'Two answers, and both are right. On Friday we ask the man with the nets. Who writes down what he says?',
		},
		{ by: 'Calm Otter', daysAgo: 5, words: 'Me!' },
	],
	note: 'Freja, on Thursday three of my pupils are away for a concert. Shall we begin the video meeting ten minutes later? I would tell the class on Wednesday.',
};
