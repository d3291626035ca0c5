// npm start: everything from a bare clone to a running platform.
import { demandFreePort, fail, install, isComplete } from './install.mjs';
import { follow } from './follow.mjs';

if (process.platform === 'win32')
	fail('OpenTwinning runs on Linux and macOS. On Windows, use it inside WSL.');
if (!isComplete()) await demandFreePort(Number(process.env.PORT || 3000));
const node = await install();
process.exitCode = await follow(node, 'scripts/supervise.ts');
process.exit();
