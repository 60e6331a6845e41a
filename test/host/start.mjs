// npm start [-- --browser]
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { start } = await import('./run/start.mjs');
process.exitCode = await start(process.argv.slice(2));
