import fc from 'fast-check';
import { runs, usualRuns } from '../unit/fixtures/runs';
import { runMocha } from './runMocha';

// node main.mjs BUNDLE TIMEOUT
const [bundle = '', timeout = ''] = process.argv.slice(2);
fc.configureGlobal({ numRuns: runs(usualRuns) });
const failures = await runMocha([bundle], Number(timeout));
// A test that left a socket or timer open must not keep the run from ending.
process.exit(failures === 0 ? 0 : 1);
