// npm run build [-- --production] [-- --tests]
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { build } = await import('./run/build.mjs');
await build(process.argv.slice(2));
