/** Pictures for the pages of the demo, drawn here so that they belong to nobody else. */
import sharp from 'sharp';

export type DemoPicture = keyof typeof drawings;

/** The picture as a camera would hand it over. */
export function demoPicture(name: DemoPicture): Promise<Buffer> {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800">${drawings[name]}</svg>`;
	return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

const window = (x: number, y: number) => `<path fill="#5b6b74" d="M${x} ${y}h22v34h-22z"/>`;
const house = (x: number, y: number, height: number, wall: string) =>
	`<path fill="${wall}" d="M${x} ${y}h96v${height}h-96z"/><path fill="#b4492f" d="M${x - 8} ${y}l56-46 56 46z"/>` +
	[0, 70, 140]
		.filter((down) => down + 60 < height)
		.map((down) => window(x + 18, y + 24 + down) + window(x + 56, y + 24 + down))
		.join('');
const waves = (top: number, colour: string) =>
	[0, 1, 2, 3, 4, 5, 6]
		.map(
			(row) =>
				`<path stroke="${colour}" stroke-width="6" fill="none" stroke-linecap="round" d="M${60 + ((row * 170) % 400)} ${top + row * 38}q40-16 80 0t80 0M${640 + ((row * 130) % 380)} ${top + 16 + row * 38}q40-16 80 0t80 0"/>`,
		)
		.join('');

const drawings = {
	douro:
		'<path fill="#f6d9a8" d="M0 0h1200v800H0z"/><circle cx="910" cy="170" r="80" fill="#f0a422"/>' +
		'<path fill="#9db18c" d="M0 360q300-150 620-60t580-80v320H0z"/>' +
		house(70, 330, 190, '#e9c46a') +
		house(182, 290, 230, '#f4efe4') +
		house(294, 350, 170, '#d98a6a') +
		house(406, 310, 210, '#f4efe4') +
		'<path fill="#2f7f8a" d="M0 520h1200v280H0z"/>' +
		'<path fill="none" stroke="#43545c" stroke-width="18" d="M520 520q240-260 480 0M480 330h600"/>' +
		'<path stroke="#43545c" stroke-width="8" d="M580 330v128M660 330v76M740 330v58M820 330v62M900 330v92"/>' +
		waves(570, '#7fb6bd') +
		'<path fill="#7a4a2b" d="M560 640h300q-20 50-70 50h-170q-44 0-60-50z"/><path fill="#f4efe4" d="M700 470q110 40 110 150H700z"/><path stroke="#5a3620" stroke-width="8" d="M700 460v180"/>',
	aarhus:
		'<path fill="#d5e6ec" d="M0 0h1200v800H0z"/><path fill="#fff" d="M120 150q20-50 80-40 30-50 90-20 60-10 60 50 0 30-40 30H150q-40 0-30-20zM800 110q20-40 70-34 30-40 80-12 50 0 50 40 0 24-34 24H830q-40 0-30-18z"/>' +
		house(60, 270, 220, '#d98a6a') +
		house(172, 230, 260, '#e9c46a') +
		house(284, 290, 200, '#8fb7a6') +
		house(760, 250, 240, '#f4efe4') +
		house(872, 290, 200, '#d98a6a') +
		house(984, 230, 260, '#e9c46a') +
		'<path fill="#7fa36b" d="M0 480h1200v60H0z"/><path fill="#4f8f9b" d="M0 530h1200v270H0z"/>' +
		'<path fill="#a3a8a3" d="M400 430h360v40q-60 0-60 80h-60q0-70-60-70t-60 70h-60q0-80-60-80z"/>' +
		waves(580, '#a8d0d6') +
		[330, 470, 560]
			.map(
				(x) =>
					`<path fill="#6b5b3e" d="M${x} 680q46-34 80 0 8 30-36 30-40 0-44-30z"/><circle cx="${x + 78}" cy="664" r="18" fill="#2f6b4f"/><path fill="#f0a422" d="M${x + 94} 664l20 6-20 6z"/>`,
			)
			.join(''),
	numbers:
		'<path fill="#fbfaf7" d="M0 0h1200v800H0z"/><path stroke="#d6d1c4" stroke-width="4" d="M140 180h980M140 320h980M140 460h980M140 600h980"/>' +
		'<path stroke="#14262b" stroke-width="8" fill="none" d="M140 90v610h980"/>' +
		'<path stroke="#0b6b67" stroke-width="16" fill="none" stroke-linejoin="round" d="M220 220L400 250 580 300 760 330 940 390 1080 410"/>' +
		'<path stroke="#f0a422" stroke-width="16" fill="none" stroke-linejoin="round" d="M220 420L400 470 580 520 760 580 940 600 1080 630"/>' +
		[220, 400, 580, 760, 940, 1080]
			.map(
				(x, week) =>
					`<circle cx="${x}" cy="${[220, 250, 300, 330, 390, 410][week]}" r="20" fill="#0b6b67"/><path fill="#b97a10" d="M${x - 18} ${([420, 470, 520, 580, 600, 630][week] ?? 0) - 18}h36v36h-36z"/>`,
			)
			.join(''),
	bread:
		'<path fill="#efe3cc" d="M0 0h1200v800H0z"/><path fill="#c9b38a" d="M0 560h1200v240H0z"/>' +
		'<ellipse cx="420" cy="470" rx="300" ry="150" fill="#c5863f"/><ellipse cx="420" cy="440" rx="280" ry="130" fill="#e0a65c"/>' +
		'<path stroke="#b06f2c" stroke-width="12" fill="none" d="M260 400q160 60 320 0M240 460q180 70 360 0M300 350q120 40 240 0"/>' +
		'<path fill="#8a5526" d="M760 330q160-150 320 0 60 140-40 220H800q-100-80-40-220z"/><path fill="#a56a34" d="M780 340q140-120 280 0 46 110-30 170H810q-80-60-30-170z"/>' +
		'<path stroke="#f6e7c8" stroke-width="14" stroke-linecap="round" d="M860 330l40 120M930 310l20 140M1000 340l-20 110"/>',
} as const;
