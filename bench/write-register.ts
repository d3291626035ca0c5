// Writes one register for `school-import` in a process of its own: what writing holds is not what reading takes.
// node bench/write-register.ts PATH KIND ROWS EDITION
import { registerKinds, writeRegister } from './register-file.ts';

const [path = '', named, rows, edition] = process.argv.slice(2);
const kind = registerKinds.find((one) => one === named) ?? 'csv';
await writeRegister(path, { rows: Number(rows), edition: edition === '2' ? 2 : 1, kind });
