import { type Command, envFileOption, UsageError } from '../../surroundings';

export const listenCommand: Command = {
  summary: 'Receive events of webhooks, check their proof and hand them on',
  help: () => helpText,
  options: [
    envFileOption,
    { name: 'json', type: 'boolean' },
    { name: 'provider', type: 'string' },
    { name: 'port', type: 'string' },
    { name: 'forward-to', type: 'string' },
    { name: 'secret', type: 'string' },
    { name: 'public-url', type: 'string' },
    { name: 'connection', type: 'string' },
    { name: 'base-url', type: 'string' },
    { name: 'yes', type: 'boolean' },
  ],
  run: async (surroundings, args) => {
    if (args.positionals.length > 0) throw new UsageError(`"esign listen" takes no argument: ${args.positionals[0]}`);
    const { listen } = await import('./listen');
    return listen(surroundings, args);
  },
};

const helpText = `Listens on 127.0.0.1 until Ctrl+C or SIGTERM, and prints a line for each event: when, whose, what, about which
document, whether its proof of origin holds, or why not, and whether it came before: by the event ID, where the API gives
one, or by its bytes. An application must act on such an event once. Pages of a browser are refused.

Usage: esign listen [--provider ID] [--port N] [--forward-to URL] [--secret VARIABLE] [--json]
       esign listen --provider ID --public-url URL (--connection ID | --base-url URL) [--yes] …

Options
  --provider ID       Only events of this provider; without it, whose an event is shows in it
  --port N            A port, 4400 without it; 0 for a free one
  --forward-to URL    Sends each event on, with the bytes and headers that came and a Via of its own, and answers what
                      was answered; what comes back by this is not sent again
  --secret VARIABLE   Name of the environment variable with the secret;
                      without it ESIGN_<PROVIDER>_WEBHOOK_SECRET
  --public-url URL    An address of your own that leads here, such as that of a tunnel: it is registered with the API,
                      after asking, and removed in the end, also by Ctrl+C and where something fails
  --connection ID     The environment whose account it is registered for; or
  --base-url URL      its address, without it ESIGN_<PROVIDER>_BASE_URL
  --yes               Agrees to it beforehand
  --env-file FILE     Variables that the environment does not have; without it those named ESIGN_… in .env of the
                      working directory, if there is one
  --json              A line of JSON for each event: { receivedAt, method, target, bytes, provider, event, document, id,
                      proof { verdict, text, header, received, computed, bytes, mistakes, tried },
                      cameBefore { at, by: "id" or "bytes" } or null, forwarded { status, durationMs, reason } or null }

Register the address that it prints with an emulator. A real API reaches it through a tunnel or a forwarded port of
your own. What --public-url registers is proved with the secret, or with one that is made for this run.

Exit codes
  0  ended by Ctrl+C or SIGTERM
  1  the port cannot be had, or the address could not be registered or removed
  2  the call cannot be understood, or credentials are missing
  4  registering has to be agreed to with --yes
`;
