import { type Command, UsageError } from '../../surroundings';

export const triggerCommand: Command = {
  summary: 'Send an event of a webhook without what leads to it',
  help: () => helpText,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'to', type: 'string' },
    { name: 'set', type: 'list' },
    { name: 'secret', type: 'string' },
    { name: 'tamper', type: 'boolean' },
    { name: 'yes', type: 'boolean' },
  ],
  run: async (surroundings, args) => {
    const [name, ...others] = args.positionals;
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one event, or a provider to list its events.');
    const { trigger } = await import('./trigger');
    return trigger(surroundings, args, name);
  },
};

const helpText = `Sends an event about made-up documents and people as the API would: its payload, its headers and, where it signs, its
proof. "esign trigger PROVIDER" lists the events of a provider.

Usage: esign trigger PROVIDER/EVENT --to URL [--set PATH=VALUE]... [--secret VARIABLE] [--tamper] [--yes] [--json]
       esign trigger PROVIDER

Options
  --to URL           Where it is sent; to another machine than this one with --yes only
  --set PATH=VALUE   Changes the payload: content.signer=anna@example.com, or /content/signer=…. A text stays a text
                     (event_time=1, id=00123); elsewhere the value is JSON where it can be. A name that the event has
                     not is added, and told on standard error
  --secret VARIABLE  Name of the environment variable with the secret;
                     without it ESIGN_<PROVIDER>_WEBHOOK_SECRET
  --tamper           Changes a byte after it was signed: an application must refuse it with 400 to 499
  --yes              Sends it to another machine
  --json             { provider, event, url, isSigned, isTampered, status, durationMs, answer, problem }

Exit codes
  0  answered as the API takes for received; of one that was signed and then changed, refused
  1  answered otherwise; of one that was signed and then changed, not refused
  2  the call cannot be understood
  3  no answer
  4  needs --yes
`;
