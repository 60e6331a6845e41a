// npm test [-- check lint unit programs providers vscode e2e] [-- -g PATTERN] [-- --oldest] [-- --thorough], npm test -- unit --watch
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runTests } = await import('./run/runTests.mjs');
process.exitCode = await runTests(process.argv.slice(2));
