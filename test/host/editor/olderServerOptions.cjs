// Loaded before the server of an older release, which passes on to the editor only the options that it lists.
const { basename, dirname, join } = require('node:path');

// The processes that the server starts are loaded with this as well.
const script = process.argv[1] ?? '';
if (basename(script) === 'entry.js') {
  const { options } = require(join(dirname(script), 'cli.js'));
  options['enable-smoke-test-driver'] = { type: 'boolean' };
}
