import { type Command, UsageError } from '../surroundings';

export const validateCommand: Command = {
  summary: 'Check request files and scenarios without sending anything',
  help: () => `Checks request files against the schemas and rules of their operations, and scenario files (*.arazzo.yaml or .json)
with all that they name. Nothing is sent.

Usage: esign validate FILE... [--json]

Options
  --json   { valid, issues: [{ file, path, code, message, severity, line, column, mend }] }, path is a JSON pointer
           into the file; line and column are there where the path alone does not lead to the place, as in scenarios;
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
