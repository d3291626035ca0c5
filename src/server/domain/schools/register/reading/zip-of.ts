/** Zip archives of stored entries, for tests. */
import { crc32 } from 'node:zlib';

/** The smallest archive that holds these texts under their names. */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>): Buffer {
	const bodies: Buffer[] = [];
	const list: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(entries)) {
		const content = typeof text === 'string' ? Buffer.from(text) : text;
		const title = Buffer.from(name);
		const sizes = Buffer.alloc(16);
		sizes.writeUInt32LE(crc32(content), 0);
		sizes.writeUInt32LE(content.length, 4);
		sizes.writeUInt32LE(content.length, 8);
		sizes.writeUInt16LE(title.length, 12);
		const head = Buffer.from('504b03041400000000000000000'.padEnd(28, '0'), 'hex');
		const body = Buffer.concat([head, sizes, title, content]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		list.push(Buffer.concat([Buffer.from('504b0102140014'.padEnd(32, '0'), 'hex'), sizes, rest, title]));
		bodies.push(body);
		offset += body.length;
	}
	const directory = Buffer.concat(list);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(list.length, 8);
	end.writeUInt16LE(list.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...bodies, directory, end]);
}
