// Files as nobody should send them, made here so that none is kept: pictures that lie, bombs, scripts in disguise.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A small honest picture. */
export async function honestPicture(
	format: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg',
	width = 640,
): Promise<Buffer> {
	return sharp({ create: { width, height: Math.round(width / 2), channels: 3, background: '#0b6b67' } })
		.toFormat(format)
		.toBuffer();
}

/** A photograph that says where and with what it was taken, lying on its side. */
export async function talkativePhoto(): Promise<Buffer> {
	return sharp({ create: { width: 600, height: 300, channels: 3, background: '#f0a422' } })
		.withMetadata({
			orientation: 6,
			exif: {
				IFD0: { Make: 'CanaryCamera', Artist: 'Canary Name' },
				IFD3: {
					GPSLatitudeRef: 'N',
					GPSLatitude: '41/1 8/1 0/1',
					GPSLongitudeRef: 'W',
					GPSLongitude: '8/1 36/1 0/1',
				},
			},
		})
		.jpeg()
		.toBuffer();
}

/** A PNG of these measures whose rows are all the same, squeezed to almost nothing. */
export function pngBomb(width: number, height: number): Buffer {
	const rows = deflateSync(Buffer.alloc(Math.min(height, 3000) * (width + 1)), { level: 9 });
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', rows),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** An honest picture whose head claims to be as large as a head can say. */
export async function claimingToBeHuge(format: 'jpeg' | 'webp'): Promise<Buffer> {
	const picture = await honestPicture(format, 64);
	if (format === 'jpeg') picture.writeUInt32BE(0xff00_ff00, picture.indexOf(Buffer.from([0xff, 0xc0])) + 5);
	else picture.writeUInt32LE(0x3fff_3fff, picture.indexOf('VP8 ') + 14);
	return picture;
}

/** A small PNG with a text beside the picture that swells to 300 MB. */
export async function pngWithSwellingText(): Promise<Buffer> {
	const picture = await honestPicture('png', 64);
	const text = deflateSync(Buffer.alloc(300_000_000), { level: 9 });
	const behindHead = 33;
	return Buffer.concat([
		picture.subarray(0, behindHead),
		chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), text])),
		picture.subarray(behindHead),
	]);
}

/** A photograph with an archive behind it: `unzip` and a viewer of pictures both take it. */
export async function pictureAndArchive(): Promise<Buffer> {
	return Buffer.concat([await honestPicture('jpeg'), aZip(['../../start.bat', 'word/document.xml'])]);
}

/** A GIF that begins like a script: `GIF89a=1;` is valid JavaScript. */
export async function scriptInGif(): Promise<Buffer> {
	const gif = await honestPicture('gif', 32);
	return Buffer.concat([gif, Buffer.from('*/=1;alert(document.domain)//<script>alert(1)</script>')]);
}

export const hostileTexts = {
	svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
	html: '<!doctype html><script>alert(1)</script>',
	xhtml: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
	'entity bomb':
		'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><svg>&c;</svg>',
	zip: 'PK\x03\x04../../../../etc/passwd',
	executable: '\x7fELF\x02\x01\x01\x00',
	'almost a GIF': 'GIF88a/*',
} as const;

function chunk(type: string, content: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(content.length, 0);
	framed.set(body, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}

function crc32(bytes: Buffer): number {
	let crc = ~0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc >>> 0;
}

/** An archive with these names in it; `claims` is what it says to swell to, whatever is in it. */
export function aZip(names: readonly string[], claims = 10): Buffer {
	const local: Buffer[] = [];
	const central: Buffer[] = [];
	let offset = 0;
	for (const name of names) {
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt32LE(claims, 22);
		head.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(2, 20);
		entry.writeUInt32LE(claims, 24);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(offset, 42);
		local.push(head, Buffer.from(name), Buffer.from([3, 0]));
		central.push(entry, Buffer.from(name));
		offset += head.length + name.length + 2;
	}
	const list = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(names.length, 8);
	end.writeUInt16LE(names.length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...local, list, end]);
}

/** A document of an office program. */
export const aDocument = () => aZip(['[Content_Types].xml', 'word/document.xml']);
