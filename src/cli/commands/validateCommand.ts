import { type Command, envFileOption, UsageError } from '../surroundings';
import { readVariables } from './options/readVariables';

export const validateCommand: Command = {
  summary: 'Check request files and scenarios without sending anything',
  help: () => `Checks request files against the schemas and rules of their operations, and scenario files (*.arazzo.json, and
any .yaml) with all that they name. Nothing is sent. A key or token in one of them, in .vscode/settings.json of the working directory
or in settings that are named (settings.json, *.code-workspace) is a warning, unless git ignores the file.

Usage: esign validate FILE... [--fix [--dry-run]] [--var NAME=VALUE]... [--json]

Options
  --fix             Write the files anew with what can be mended, and tell what was changed; all else in them stays as it
                    is written. When one of them cannot be written, none is. What is still wrong afterwards is printed,
                    and decides the exit code
  --dry-run         With --fix: tell what would be changed, and change nothing
  --var NAME=VALUE  What {{NAME}} in the requests stands for; may be given several times. Names that are not given are
                    looked up in esign.env.json of the working directory, then in the env file. Those that nobody has
                    are errors; on connections of an editor's settings, which are not known here, warnings
  --env-file FILE   Variables in place of those in .env of the working directory
  --json            { valid, issues: [{ file, path, code, message, severity, line, column, mend }] }, path is a JSON
                    pointer into the file; line and column count from 1; mend is there where one is known:
                    { title, edits }. With --fix also mended: [{ file, path, message, title }]

Exit codes
  0  every file is valid (there may be warnings)
  1  a value is not valid
  2  a file cannot be read, or with --fix not be written
`,
  options: [
    envFileOption,
    { name: 'json', type: 'boolean' },
    { name: 'var', type: 'list' },
    { name: 'fix', type: 'boolean' },
    { name: 'dry-run', type: 'boolean' },
  ],
  run: async (surroundings, { flags, lists, positionals }) => {
    if (positionals.length === 0) throw new UsageError('Name the files to validate.');
    const [isFixing, isRehearsal] = [flags.has('fix'), flags.has('dry-run')];
    if (isRehearsal && !isFixing) throw new UsageError('--dry-run goes with --fix: without it nothing is changed.');
    const { validate } = await import('./validate');
    return validate(surroundings, positionals, {
      ...{ asJson: flags.has('json'), isFixing, isRehearsal },
      variables: readVariables(lists['var']),
    });
  },
};
