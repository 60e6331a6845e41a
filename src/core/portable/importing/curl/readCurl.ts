import { t } from '@vscode/l10n';
import { publicAddress, withMoreQuery } from '../../../addresses/foreignAddress';
import type { ForeignBody, ForeignCall, ForeignCollection } from '../foreignCall';
import { ownVariables } from '../ownVariables';
import { type ShellToken, shellOf, shellWords } from '../shellWords';
import { curlOptions, type ReadCall } from './curlOptions';

/** Every cURL command of a text, in the quoting of bash, cmd or PowerShell. */
export function readCurl(text: string): ForeignCollection {
  const commands = commandsOf(shellWords(text, shellOf(text)));
  const read = commands.flatMap((words, index) => {
    const at = words.findIndex((word) => /^(?:.*[\\/])?curl(?:\.exe)?$/i.test(word));
    if (at < 0) return [];
    const piped = pipedInto(commands[index - 1]);
    return callsIn(words.slice(at + 1)).map((call) => readCommand(call, piped));
  });
  return {
    calls: read.flatMap(({ call }) => (call === undefined ? [] : [call])),
    variables: [],
    leftOut: read.flatMap(({ leftOut }) => leftOut),
  };
}

/** One command may make several calls, each with options of its own. */
function callsIn(words: readonly string[]): readonly (readonly string[])[] {
  const calls: string[][] = [[]];
  let isValue = false;
  for (const word of words) {
    if (!isValue && (word === '--next' || word === '-:')) calls.push([]);
    else calls.at(-1)?.push(word);
    isValue = !isValue && withValue.test(word);
  }
  return calls;
}

function commandsOf(tokens: readonly ShellToken[]): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'end') commands.push([]);
    else commands.at(-1)?.push(token.text);
  }
  return commands.filter((words) => words.length > 0);
}

/** What `printf %s TEXT |` or `echo TEXT |` hands on. */
function pipedInto(words: readonly string[] = []): string | undefined {
  const [name, ...rest] = words.filter((word) => word !== '$');
  if (name === 'printf' && rest[0] === '%s') return rest[1];
  return name === 'echo' ? rest.filter((word) => word !== '-n').join(' ') : undefined;
}

function readCommand(words: readonly string[], piped: string | undefined) {
  const found: ReadCall = {
    method: undefined,
    urls: [],
    headers: [],
    data: [],
    form: [],
    leftOut: [],
    isQuery: false,
  };
  const open = [...words];
  for (let word = open.shift(); word !== undefined; word = open.shift()) readWord(word, open, found, piped);
  const [url, ...others] = found.urls;
  for (const other of others)
    found.leftOut.push({ what: t('Address {0}', publicAddress(other)), why: t('A request has one address.') });
  return { call: url === undefined ? undefined : callOf(url, found), leftOut: found.leftOut };
}

function callOf(url: string, found: ReadCall): ForeignCall {
  const body = bodyOf(found);
  const whole = found.isQuery && body?.kind === 'text' ? withMoreQuery(url, body.text) : url;
  const sent = found.isQuery ? undefined : body;
  const method = (found.method ?? (sent === undefined ? 'GET' : 'POST')).toUpperCase();
  return {
    title: '',
    method,
    url: ownVariables(whole),
    headers: found.headers.map(([name, value]) => [name, ownVariables(value)] as const),
    body: sent,
  };
}

function bodyOf({ data, form }: ReadCall): ForeignBody | undefined {
  if (form.length > 0) return { kind: 'fields', fields: form };
  const file = data.find((one) => typeof one !== 'string');
  if (file !== undefined && typeof file !== 'string') return file;
  return data.length === 0 ? undefined : { kind: 'text', text: ownVariables(data.join('&')) };
}

/** The options that take no value; all others that are not known take none either. */
const withValue =
  /^(?:-[XHdFubAeoTmxwEcCDhKQrtUyYzP]|--(?:request|header|data|data-raw|data-ascii|data-binary|data-urlencode|json|form|form-string|user|url|cookie|user-agent|referer|output|upload-file|max-time|connect-timeout|proxy|write-out|cert|key|cacert|cookie-jar|oauth2-bearer|retry|retry-delay|retry-max-time|resolve|interface|config|range|limit-rate|request-target|proxy-user|proxy-header|aws-sigv4|max-redirs|max-filesize|output-dir|noproxy|preproxy|socks[45]a?|socks[45]-hostname|pass|cert-type|key-type|capath|crlfile|ciphers|tls13-ciphers|curves|tls-max|pinnedpubkey|connect-to|dns-servers|doh-url|unix-socket|abstract-unix-socket|netrc-file|hsts|alt-svc|etag-save|etag-compare|speed-limit|speed-time|keepalive-time|local-port|continue-at|time-cond|proto|proto-default|proto-redir|parallel-max|rate|stderr|trace|trace-ascii|dump-header|libcurl|engine|delegation|service-name|login-options|sasl-authzid|happy-eyeballs-timeout-ms|expect100-timeout|url-query|variable|proxy-(?:cert|key|pass|cacert|capath|ciphers|cert-type|key-type)))$/;

function readWord(word: string, open: string[], found: ReadCall, piped: string | undefined): void {
  const long = /^(--[\w-]+)=([\s\S]*)$/.exec(word);
  if (long !== null && long[1] !== undefined) {
    readOption(long[1], long[2] ?? '', found, piped);
    return;
  }
  const short = /^(-[A-Za-z])([\s\S]+)$/.exec(word);
  if (short !== null && !word.startsWith('--')) {
    const [, name = '', rest = ''] = short;
    readOption(name, withValue.test(name) ? rest : '', found, piped);
    if (!withValue.test(name)) readWord(`-${rest}`, open, found, piped);
    return;
  }
  if (!word.startsWith('-') || word === '-') found.urls.push(word);
  else readOption(word, withValue.test(word) ? (open.shift() ?? '') : '', found, piped);
}

function readOption(name: string, value: string, found: ReadCall, piped: string | undefined): void {
  const read = Object.hasOwn(curlOptions, name) ? curlOptions[name] : undefined;
  read?.(found, value, piped);
}
