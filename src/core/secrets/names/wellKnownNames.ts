/**
 * What the name of a member, field, parameter or header says about its value:
 * - `secret`: whatever stands there, digits included;
 * - `token`: a text that stands there, but no number: `"tokens": 12` counts something;
 * - `doubtful`: only what looks random, since there are keys of members and sessions with a number, too;
 * - `code`: only what looks random and is not of words, as the codes of errors are.
 */
export type NameVerdict = 'secret' | 'token' | 'doubtful' | 'code';

/** Undefined for names of things that anybody may read. */
export function wellKnownName(name: string): NameVerdict | undefined {
  if (name.length > longestName) return undefined;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (about.test(plain)) return undefined;
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Headers whose value is a secret whatever stands in it. */
export function isSecretHeader(name: string): boolean {
  const plain = name.toLowerCase();
  if (secretHeaders.has(plain) || /^x-.*(?:token|key|secret|signature|password|session|auth)$/.test(plain)) return true;
  const words = plain.length > longestName ? [] : plain.split(/[-_.]/);
  return words.some((word) => headerWords.has(word)) && !words.some((word) => headerFacts.has(word));
}

const longestName = 64;

const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'authentication-info',
  'cookie',
  'set-cookie',
  'api-key',
  'apikey',
  'access-token',
  'auth-token',
  'refresh-token',
]);

/** What a secret is called, wherever it stands in the name of a header. */
const headerWords: ReadonlySet<string> = new Set(
  `jwt token accesstoken idtoken refreshtoken authtoken secret password passwd passcode otp authorization bearer
  assertion credential credentials cookie session sessionid jsessionid sid apikey csrf xsrf csrftoken signature`.split(
    /\s+/,
  ),
);

/** What is said about one, or about how many there may be. */
const headerFacts: ReadonlySet<string> = new Set(
  `allow required type expires expiry expiration ttl timeout max age limit ratelimit remaining reset count used version
  algorithm alg status policy id name url uri endpoint hint input error length scope`.split(/\s+/),
);

/** Facts about a secret, which are none. */
const about =
  /(?:type|types|count|length|expiry|expires|expiresin|expiresat|expiration|lifetime|ttl|required|enabled|status|policy|hint|name|id|url|uri|endpoint)$(?<!(?:signing|signed|sign|embedded|magic|login|access|invite)(?:url|uri))(?<!sess(?:ion)?id|^sid)|^expires|ratelimit/;

const patterns: readonly (readonly [NameVerdict, RegExp])[] = [
  ['secret', /passw(?:or)?d|passphrase|passcode|^pwd$|^pin(?:code)?$|otp$|onetimecode|onetimepin/],
  ['secret', /(?:access|verification|security|sms|auth|authorization|recovery|login|pin)code$/],
  ['secret', /(?<!^(?:is|has))secret(?:key)?$|^(?:proxy)?authorization$/],
  ['token', /token|secret|jwt|^bearer$|^credentials?$|assertion$|^saml|cookies?$/],
  ['token', /^(?:jsession|phpsess|asp(?:net)?session)id$/],
  ['token', /(?:api|private|access|signing|encryption|auth|client|shared|master)key$/],
  ['token', /(?:signing|signed|sign|embedded|magic|login|access|invite)(?:url|uri|link)s?$/],
  ['code', /^code$/],
  ['doubtful', /^(?:key|auth|sig|signature|session|sessionid|sid|nonce|hash)$/],
];
