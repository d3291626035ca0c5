/** Our own small drawings on a grid of 24, stroked; one path each. */
export const icons = {
	search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M15.5 15.5L20.5 20.5',
	letter: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5l8-6.5',
	bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4M12 5V3.5',
	person: 'M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
	people:
		'M9 5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7M2.5 19.5c.4-3.6 2.9-5.5 6.5-5.5s6.1 1.9 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.3c2.2.6 3.7 2.4 4 5.2',
	threads:
		'M2.5 7c6 0 7 10 13 10c2.6 0 4.3-1.6 6-3.5M2.5 17c2.4 0 4-1.6 5.3-3.5M11 10.5C12.4 8.6 14 7 16.5 7c2 0 3.6 1 5 2.5',
	book: 'M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.5 8.5 2c2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2zM12 6.5V20',
	ribbon:
		'M12 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8.5 13.5L7 21l5-2.5l5 2.5l-1.5-7.5M10 9l1.5 1.5L14.5 7.5',
	news: 'M4 5h13v14.5H5.5a1.5 1.5 0 0 1-1.5-1.5zM17 9.5h3.5V18a1.5 1.5 0 0 1-3 0M7 9h7M7 12.5h7M7 16h4',
	home: 'M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20',
	globe: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17',
	menu: 'M4 7h16M4 12h16M4 17h16',
	close: 'M6 6l12 12M18 6L6 18',
	down: 'M6 9.5l6 6l6-6',
	next: 'M9.5 6l6 6l-6 6',
	arrow: 'M4.5 12h15M13 5.5l6.5 6.5l-6.5 6.5',
	check: 'M4.5 12.5l5 5l10-11',
	plus: 'M12 5v14M5 12h14',
	alert: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17M12 7.5v5.5M12 16v.5',
	inform: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17M12 11v5.5M12 7.5v.5',
	clock: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17M12 7.5V12l3 2.5',
	question:
		'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17M9.5 9.7c0-3.4 5-3.4 5-.2c0 2-2.5 2.2-2.5 4.2M12 16.5v.5',
	calendar: 'M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7',
	page: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6.5M9 16h6.5',
	picture: 'M3.5 5h17v14h-17zM4 17l5-5.5l4 4l2.5-2.5l4.5 4M15.5 8.5v.6',
	talk: 'M4 5h16v11h-9l-4.5 4v-4H4zM8 9h8M8 12h5',
	wall: 'M4 4.5h7v7H4zM13.5 4.5H20v4.5h-6.5zM13.5 11.5H20v8h-6.5zM4 14h7v5.5H4z',
	card: 'M3.5 6h17v12.5h-17zM3.5 10h17M7 14.5h4',
	lock: 'M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2',
	flag: 'M6 21V4c4-2 7 2 12.5 0v9c-5.5 2-8.5-2-12.5 0',
	pencil: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
	bin: 'M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13.5h9l1-13.5M10.5 11v6M13.5 11v6',
	eye: 'M2.5 12C5 7.5 8 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.5 6.5-9.5 6.5S5 16.5 2.5 12M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6',
	print: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z',
	leave: 'M14 4H5v16h9M10 12h10.5M16.5 8l4 4l-4 4',
	school: 'M12 4L2.5 9L12 14l9.5-5zM6.5 11.5V17c3 2.5 8 2.5 11 0v-5.5M21.5 9v5.5',
	desk: 'M3.5 5h6v14h-6zM12 5h8.5M12 10h8.5M12 15h8.5M12 19h5',
	heart: 'M12 20C5 15 3.5 12 3.5 9A4.3 4.3 0 0 1 12 7.5A4.3 4.3 0 0 1 20.5 9c0 3-1.5 6-8.5 11',
	sun: 'M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8M12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7',
} as const;

export type IconName = keyof typeof icons;

/** Drawings that point along the line of reading and so turn round in a language written from the right. */
export const turning: ReadonlySet<IconName> = new Set([
	'next',
	'arrow',
	'leave',
	'talk',
	'page',
	'book',
	'question',
] as const);
