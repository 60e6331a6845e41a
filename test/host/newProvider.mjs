// npm run new-provider ID: writes the smallest provider that compiles and passes its tests.
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { newProvider } = await import('./run/newProvider.mjs');
process.exitCode = await newProvider(process.argv.slice(2));
