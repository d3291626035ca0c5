/** A zip archive of one stored entry, for tests. */
import { crc32 } from 'node:zlib';

/** The smallest archive that holds this text under this name. */
export function zipOf(name: string, text: string): Buffer {
	const content = Buffer.from(text);
	const title = Buffer.from(name);
	const sizes = Buffer.alloc(16);
	sizes.writeUInt32LE(crc32(content), 0);
	sizes.writeUInt32LE(content.length, 4);
	sizes.writeUInt32LE(content.length, 8);
	sizes.writeUInt16LE(title.length, 12);
	const local = Buffer.concat([
		Buffer.from('504b0304140000000000000000000000'.slice(0, 28), 'hex'),
		sizes,
		title,
		content,
	]);
	const entry = Buffer.concat([
		Buffer.from('504b010214001400000000000000000000'.slice(0, 32), 'hex'),
		sizes,
		Buffer.alloc(14),
		title,
	]);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(entry.length, 12);
	end.writeUInt32LE(local.length, 16);
	return Buffer.concat([local, entry, end]);
}
