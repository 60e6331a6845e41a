import { type Command, envFileOption, rewriteOption, UsageError } from '../surroundings';

export const sendCommand: Command = {
  summary: 'Send request files and show the replies',
  help: () => helpText,
  options: [
    envFileOption,
    rewriteOption,
    { name: 'json', type: 'boolean' },
    { name: 'yes', type: 'boolean' },
    { name: 'force', type: 'boolean' },
    { name: 'base-url', type: 'string' },
    { name: 'connection', type: 'string' },
    { name: 'var', type: 'list' },
    { name: 'out', type: 'string' },
    { name: 'overwrite', type: 'boolean' },
    { name: 'retry', type: 'string' },
  ],
  run: async (surroundings, args) => {
    if (args.positionals.length === 0) throw new UsageError('Name the request files to send.');
    if (args.values['out'] !== undefined && args.positionals.length > 1) {
      throw new UsageError('--out takes one reply: name one request file with it.');
    }
    const { send } = await import('./send');
    return send(surroundings, args);
  },
};

const helpText = `Sends the request of a file and shows the reply, its signing links and what its errors mean. Several files are sent one
after the other, and nothing is sent before all of them can be.

Usage: esign send FILE... [--base-url URL] [--connection ID] [--var NAME=VALUE]... [--yes] [--force] [--json]
       esign send FILE --out FILE [--overwrite] …

Options
  --base-url URL    Where to send; otherwise ESIGN_<PROVIDER>_BASE_URL, otherwise the connection's address
  --connection ID   An environment of the provider, in place of the one that the file names; with it or a
                    --base-url a file need not name any
  --var NAME=VALUE  What {{NAME}} in the request stands for; may be given several times. Names that are not given are
                    looked up in esign.env.json of the working directory, then in the env file. {{$uuid}},
                    {{$timestamp}}, {{$isoTimestamp}}, {{$date +3d}}, {{$randomEmail}} (at example.com), {{$randomInt}},
                    {{$randomFirstName}} and {{$randomLastName}} are made anew for each place
  --env-file FILE   Variables that the environment does not have; without it those named ESIGN_… in .env of the
                    working directory, if there is one
  --rewrite PATTERN Replace every recipient by an address of your own, such as 'me+*@company.example', where * is made of
                    the original; also anna@example.com=me@company.example, other addresses of yours, which stay as
                    they are, and a number for phones, which are left out without one. May be given several times
  --yes             Send what has to be agreed to: to a live account, where real people get mail, or where
                    something is taken away
  --retry N         Try again up to N times where nothing was sent, or where a GET, PUT or DELETE got no answer or
                    429, 502, 503 or 504: after as long as the reply asks to wait. Each try is told
  --force           Send in spite of errors that are only foreseen, exactly as it is written
  --out FILE        Write the body of the reply there, of any size and kind, as it came: secrets in it are not masked,
                    and only you may read the file. One that is there already stays, and nothing is sent
  --overwrite       Replace it
  --json            Secrets masked, links whole; of several files a list of the same, each with its "file":
                      request       { method, url, headers, body }, null when none was made
                      attachments   [{ path, file, name, mediaType, size, kind, warnings }] of the file fields; file
                                    is null for content that stands in the request itself
                      reply         { status, headers, body, durationMs, size, isCut, isWritten }, null without
                                    one; size in bytes as far as it came, isCut when the body is only its
                                    beginning, isWritten when --out has all of it
                      recipients    [{ from, to }] who was replaced, to being null for a phone number left out
                      inSpiteOf     errors that --force sent in spite of, as "esign validate" prints them
                      links         [{ url, recipient, inPlaceOf, expiresAt }]
                      problem       null, or why there is no reply: { kind, title, cause, nextStep } with
                                    facts by kind, such as issues (as "esign validate" prints them)
                      explanations  [{ failure, code, message, meaning, nextStep, mendedBy, source,
                                    illustrative, illustrativeParts }] of known errors in the reply;
                                    illustrative when no source gives some of "status", "code" and
                                    "message", which illustrativeParts names. With failure null and a
                                    kind: who answered, when to try again, what may have happened
                      verdict       { isAnswer, what, departures, differences }, null without a reply: whether
                                    it is the API's own answer, what came instead, where it departs from its
                                    shape in words, and by place: [{ kind, place, pointer, found, documented,
                                    count, isCut }], kind being missing, otherType, otherValue, otherForm
                                    or extra (in the reply, but not documented, which is no departure)
                      lookWith      null, or the operation that shows whether a call took effect

A terminal is shown the first 200 lines of a body; what goes into a pipe or a file is whole, up to 10 MB. Of a larger
reply the beginning is printed, and no more is fetched unless --out names a file for it.
Credentials come from the environment, as ESIGN_<PROVIDER>_<FIELD>; "esign operations" lists the variables
of each provider. Of several sets, a complete one is enough. What the environment has counts more than a .env file,
which is only read. Keep it out of git: esign says when git would take it.
ESIGN_ALLOWED_RECIPIENTS names who may get mail without --yes: addresses, domains or *, with commas between them.
ESIGN_REWRITE_RECIPIENTS does what --rewrite does, entries with commas between them; the list above is of the new addresses.
Somebody who cannot be replaced keeps the request from being sent. People whom only the API knows are not replaced.
ESIGN_<PROVIDER>_PATH_PREFIX replaces a path prefix on which the provider's sources disagree.

Exit codes, of several files the one that counts most: 2, 4, 3, 1, 0
  0  a successful reply
  1  any other reply
  2  the request is not valid, nothing was sent
  3  no reply
  4  it has to be agreed to with --yes, nothing was sent
`;
