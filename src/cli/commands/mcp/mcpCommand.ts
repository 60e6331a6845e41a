import { type Command, envFileOption, rewriteOption, UsageError } from '../../surroundings';

export const mcpCommand: Command = {
  summary: 'Serve the tools to an assistant (Model Context Protocol)',
  help: () => helpText,
  options: [
    envFileOption,
    rewriteOption,
    { name: 'allow-connection', type: 'list' },
    { name: 'show-links', type: 'boolean' },
    { name: 'history', type: 'string' },
    { name: 'files', type: 'string' },
  ],
  // What an assistant may write into the working directory decides nothing.
  readsEnvFile: 'named',
  run: async (surroundings, args) => {
    if (args.positionals.length > 0) throw new UsageError(`"esign mcp" takes no argument: ${args.positionals[0]}`);
    const { serveMcp } = await import('./serveMcp');
    return serveMcp(surroundings, args);
  },
};

const helpText = `Serves its tools to an assistant over standard input and output, by the Model Context Protocol, until the input ends.
Clients start it themselves: name the command "esign" with the argument "mcp" in their settings.

Usage: esign mcp [--allow-connection PROVIDER/ID]... [--show-links] [--history FOLDER] [--files FOLDER]
                 [--env-file FILE]

Without options an assistant reaches nothing but emulators of this process, which start when they are needed.

Options
  --allow-connection PROVIDER/ID  Opens an environment of a provider to the assistant for this session, such as
                                  acme/sandbox; PROVIDER/custom is the address of ESIGN_<PROVIDER>_BASE_URL. What is
                                  live, mails people or takes something away is still asked of you, by the client
  --show-links                    Signing links are shown as they are; without it they are masked
  --history FOLDER                Keeps what was sent in this folder, with secrets masked; in memory without it
  --files FOLDER                  Requests, scenarios and attachments are read from here and below; the working
                                  folder without it, unless that is a home folder or a whole disk
  --rewrite PATTERN               Replaces every recipient by an address of your own, as for "esign send"
  --env-file FILE                 Variables that the environment does not have. A .env of the working directory is
                                  not read by itself: an assistant may have written it

Credentials come from the environment as for "esign send"; no tool shows them.
ESIGN_ALLOWED_RECIPIENTS names who may get mail without a question.
Standard output belongs to the protocol; whatever else is to be said goes to standard error.
`;
