import { type Command, envFileOption, UsageError } from '../../surroundings';

export const diagnoseCommand: Command = {
  summary: 'Say why a connection does not work, step by step',
  help: () => helpText,
  options: [envFileOption, { name: 'json', type: 'boolean' }, { name: 'base-url', type: 'string' }],
  run: async (surroundings, args) => {
    if (args.positionals.length > 1) throw new UsageError('Name one connection: PROVIDER or PROVIDER/CONNECTION.');
    if (args.values['base-url'] !== undefined && args.positionals.length === 0) {
      throw new UsageError('--base-url needs the provider whose address it is.');
    }
    const { diagnoseAndPrint } = await import('./diagnose');
    return diagnoseAndPrint(surroundings, args);
  },
};

const helpText = `Tries what a connection needs, in order, and says which step fails and what to do: host name, connection, proxy,
certificate (with its chain), clock, token, and the cheapest call that the API documents. What changes nothing is sent,
and nothing else.

Usage: esign diagnose [PROVIDER[/CONNECTION]] [--base-url URL] [--env-file FILE] [--json]

Without a PROVIDER, each one that the environment has credentials for. CONNECTION is one of the provider's environments;
without it, the address of ESIGN_<PROVIDER>_BASE_URL, otherwise the first environment.

Options
  --base-url URL   Where the API is; otherwise ESIGN_<PROVIDER>_BASE_URL, otherwise the connection's address
  --env-file FILE  Variables that the environment does not have; without it those named ESIGN_… in .env of the
                   working directory, if there is one
  --json           { diagnoses }
                     diagnoses  [{ provider, connection, title, environment, baseUrl, works, steps, problem }]
                     steps      [{ id, title, verdict, detail, nextStep, chain }]: verdict is passed, warned, failed,
                                notNeeded or notReached; nextStep is null where nothing is to be done; chain
                                [{ subject, issuer, validFrom, validTo, names }] of the certificates that were shown
                     problem    of each: null, or why nothing was tried: { kind, title, cause, nextStep }

Proxies come from HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, exceptions from NO_PROXY: names with their subdomains, addresses,
ranges (CIDR), each with a port or without, * for all. This machine is never reached through one, unless NO_PROXY says
<-loopback>. Certificates: NODE_EXTRA_CA_CERTS for all, and of one provider ESIGN_<PROVIDER>_CA_FILE (authorities, PEM),
_CERTIFICATE_FILE and _KEY_FILE (PEM) or _PKCS12_FILE, _CERTIFICATE_PASSPHRASE, and _CHECK_CERTIFICATES=false, which no
live account takes.

Exit codes
  0  every connection works
  1  a step failed
  2  there is no such provider or connection, or nothing to try
`;
