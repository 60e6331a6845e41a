import { type Command, UsageError } from '../../surroundings';

export const importCommand: Command = {
  summary: 'Make request files of what other tools wrote',
  help: () => `Recognises the operations in recordings (HAR), cURL commands, Postman collections (2.0, 2.1) and environments, .http
files, and requests of Bruno (.bru and OpenCollection), and makes a request file of each. Without --out it only says
what would be made. Variables stay {{name}}; secrets are never written, and nothing is sent.

Usage: esign import FILE... [--out DIR] [--base-url URL] [--json]

Options
  --out DIR        Write the files there; what is there already stays as it is
  --base-url URL   An address at which one of the APIs is found, such as a proxy
  --json           { requests, variables, openVariables, leftOut, failed }
                     requests       [{ file, title, operation, connection, request, remarks }], file is null
                                    without --out
                     variables      values of variables that the requests refer to
                     openVariables  names of those whose value is a secret or not known
                     leftOut        [{ what, why }]
                     failed         [{ file, reason }] what could not be read or written

Exit codes
  0  everything was taken over
  1  something was left out
  2  nothing was taken over, or a file could not be read or written
`,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'out', type: 'string' },
    { name: 'base-url', type: 'string' },
  ],
  run: async (surroundings, args) => {
    if (args.positionals.length === 0) throw new UsageError('Name the files to import.');
    const { importForeign } = await import('./import');
    return importForeign(surroundings, args);
  },
};
