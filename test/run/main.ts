import { runMocha } from './runMocha';

// node main.mjs BUNDLE TIMEOUT
const [bundle = '', timeout = ''] = process.argv.slice(2);
const failures = await runMocha([bundle], Number(timeout));
// A test that left a socket or timer open must not keep the run from ending.
process.exit(failures === 0 ? 0 : 1);
