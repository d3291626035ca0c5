/**
 * The child process that reads a picture nobody has looked at yet and writes it anew in several sizes,
 * without metadata. It gets no environment, may read its own code and the one file, and writes into one folder.
 */
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

type Order = {
	readonly input: string;
	readonly folder: string;
	readonly format: string;
	readonly mostPixels: number;
	readonly sizes: Readonly<Record<string, number>>;
};
type Written = {
	readonly size: string;
	readonly file: string;
	readonly width: number;
	readonly height: number;
};
type Answer =
	{ readonly written: readonly Written[] } | { readonly refused: 'unreadable' | 'too-many-pixels' };

const order = JSON.parse(process.argv[2] ?? '{}') as Order;

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});
sharp.cache(false);
sharp.concurrency(1);

process.stdout.write(JSON.stringify(await answer()));

async function answer(): Promise<Answer> {
	try {
		const { format, width, height } = await sharp(order.input, { limitInputPixels: false }).metadata();
		if (format !== order.format) return { refused: 'unreadable' };
		if (width * height > order.mostPixels) return { refused: 'too-many-pixels' };
		const upright = await decodeOnce();
		const written: Written[] = [];
		for (const [size, most] of Object.entries(order.sizes)) written.push(await write(upright, size, most));
		return { written };
	} catch {
		return { refused: 'unreadable' };
	}
}

/** The first frame only; a picture that breaks off is refused rather than half shown. */
function open() {
	return sharp(order.input, {
		limitInputPixels: order.mostPixels,
		failOn: 'error',
		pages: 1,
		sequentialRead: true,
	});
}

async function decodeOnce(): Promise<Sharp> {
	const most = Math.max(...Object.values(order.sizes));
	const { data, info } = await open()
		.autoOrient()
		.resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function write(upright: Sharp, size: string, most: number): Promise<Written> {
	const file = join(order.folder, `${size}.webp`);
	const { width, height } = await upright
		.clone()
		.resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
		.webp({ quality: 82 })
		.toFile(file);
	return { size, file, width, height };
}
