import { type Command, UsageError } from '../surroundings';

export const translateCommand: Command = {
  summary: 'Make a request file into one of another provider',
  help: ({ registry }) => `${helpText}
Translations
${registry.translations.map(({ from, to }) => `  ${from} to ${to}\n`).join('') || '  None yet.\n'}`,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'to', type: 'string' },
    { name: 'out', type: 'string' },
    { name: 'overwrite', type: 'boolean' },
  ],
  run: async (surroundings, args) => {
    const [file, ...others] = args.positionals;
    if (file === undefined || others.length > 0) throw new UsageError('Name one request file.');
    if (args.flags.has('overwrite') && args.values['out'] === undefined)
      throw new UsageError('--overwrite needs --out.');
    const { translate } = await import('./translate');
    return translate(surroundings, args, file);
  },
};

const helpText = `Makes the request of a file into a request of another provider. The new request is printed, and beside it, on
standard error, what became of every value: taken over, filled in, to be filled in, or left out and why. Nothing
is sent.

Usage: esign translate FILE [--to PROVIDER|OPERATION] [--out FILE [--overwrite]] [--json]

Options
  --to ID      A provider or an operation; needed where there are several
  --out FILE   Write the new request to this file instead of printing it
  --overwrite  Write it even when the file is there already
  --json       { translation, request, file, mapped, filled, needed, leftOut, issues, newIssues, problem }
                 translation  { from, to, title }: the two operations, and what it is called in the editor
                 request      the new request, null when there is none
                 file         where it was written, otherwise null
                 mapped       [{ from, to, note }] places of the old and of the new request, as JSON pointers
                 filled       [{ to, why }] what the old request does not say
                 needed       [{ to, why }] what only you know
                 leftOut      [{ from, why }]
                 issues       what is wrong with the old request, as "esign validate" prints it
                 newIssues    what is wrong with the new one
                 problem      null, or why nothing was translated: { kind, title, cause, nextStep }

Exit codes
  0  translated
  1  translated as far as the values are valid: those that are not are left out
  2  nothing was translated
`;
