// npm run watch: builds again on every change, until Ctrl+C.
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root } from './paths.mjs';
import { startProcess } from './processes.mjs';

await bootstrap();
const { exited } = startProcess(process.execPath, [join(root, 'esbuild.mjs'), '--watch'], { cwd: root });
process.exitCode = await exited;
