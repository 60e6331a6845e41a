import { type Command, UsageError } from '../../surroundings';

export const listenCommand: Command = {
  summary: 'Receive events of webhooks, check their proof and hand them on',
  help: () => helpText,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'provider', type: 'string' },
    { name: 'port', type: 'string' },
    { name: 'forward-to', type: 'string' },
    { name: 'secret', type: 'string' },
  ],
  run: async (surroundings, args) => {
    if (args.positionals.length > 0) throw new UsageError(`"esign listen" takes no argument: ${args.positionals[0]}`);
    const { listen } = await import('./listen');
    return listen(surroundings, args);
  },
};

const helpText = `Listens on 127.0.0.1 until Ctrl+C or SIGTERM, and prints a line for each event: when, whose, what, about which
document, and whether its proof of origin holds, or why not. Pages of a browser are refused.

Usage: esign listen [--provider ID] [--port N] [--forward-to URL] [--secret VARIABLE] [--json]

Options
  --provider ID       Only events of this provider; without it, whose an event is shows in it
  --port N            A port, 4400 without it; 0 for a free one
  --forward-to URL    Sends each event on, with the bytes and headers that came and a Via of its own, and answers what
                      was answered; what comes back by this is not sent again
  --secret VARIABLE   Name of the environment variable with the secret;
                      without it ESIGN_<PROVIDER>_WEBHOOK_SECRET
  --json              A line of JSON for each event: { receivedAt, method, target, bytes, provider, event, document,
                      proof { verdict, text, header, received, computed, bytes, mistakes, tried }, forwarded }

Register the address that it prints with an emulator. A real API reaches it through a tunnel or a forwarded port of
your own, which you register yourself.

Exit codes
  0  ended by Ctrl+C or SIGTERM
  1  the port cannot be had
  2  the call cannot be understood
`;
