import { type Command, UsageError } from '../surroundings';

export const validateCommand: Command = {
  summary: 'Check request files without sending anything',
  help: () => `Checks request files against the schemas and rules of their operations. Nothing is sent.

Usage: esign validate FILE... [--json]

Options
  --json   { valid, issues: [{ file, path, code, message, severity, mend }] }, path is a JSON pointer into the file;
           mend is there where one is known: { title, edits }

Exit codes
  0  every file is valid (there may be warnings)
  1  a value is not valid
  2  a file cannot be read
`,
  options: [{ name: 'json', type: 'boolean' }],
  run: async (surroundings, { flags, positionals }) => {
    if (positionals.length === 0) throw new UsageError('Name the files to validate.');
    const { validate } = await import('./validate');
    return validate(surroundings, positionals, flags.has('json'));
  },
};
