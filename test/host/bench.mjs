// npm run bench [-- cli emulator editor exports history large size]
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runBenches } = await import('../bench/runBenches.mjs');
await runBenches(process.argv.slice(2));
