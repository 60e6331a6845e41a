import { type Command, UsageError } from '../surroundings';

export const validateCommand: Command = {
  summary: 'Check request files and scenarios without sending anything',
  help: () => `Checks request files against the schemas and rules of their operations, and scenario files (*.arazzo.yaml or .json)
with all that they name. Nothing is sent.

Usage: esign validate FILE... [--fix [--dry-run]] [--json]

Options
  --fix      Write the files anew with what can be mended, and tell what was changed; all else in them stays as it is
             written. What is still wrong afterwards is printed, and decides the exit code
  --dry-run  With --fix: tell what would be changed, and change nothing
  --json     { valid, issues: [{ file, path, code, message, severity, line, column, mend }] }, path is a JSON
             pointer into the file; line and column are there where the path alone does not lead to the place, as in
             scenarios; mend is there where one is known: { title, edits }. With --fix also
             mended: [{ file, path, message, title }]

Exit codes
  0  every file is valid (there may be warnings)
  1  a value is not valid
  2  a file cannot be read, or with --fix not be written
`,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'fix', type: 'boolean' },
    { name: 'dry-run', type: 'boolean' },
  ],
  run: async (surroundings, { flags, positionals }) => {
    if (positionals.length === 0) throw new UsageError('Name the files to validate.');
    const [isFixing, isRehearsal] = [flags.has('fix'), flags.has('dry-run')];
    if (isRehearsal && !isFixing) throw new UsageError('--dry-run goes with --fix: without it nothing is changed.');
    const { validate } = await import('./validate');
    return validate(surroundings, positionals, { asJson: flags.has('json'), isFixing, isRehearsal });
  },
};
