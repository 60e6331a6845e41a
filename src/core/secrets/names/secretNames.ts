import type { Operation } from '../../operation';
import { type DocumentedNames, documentedNames } from './documentedNames';
import { isCalledBeside } from './memberLabel';
import { isSecretHeader, type NameVerdict, wellKnownName } from './wellKnownNames';

/**
 * `documented`: a secret by the schemas of the operation, however it looks; `pair`: behind its name in a list of pairs,
 * where other lists have names of fields.
 */
export type SecretVerdict = 'documented' | 'pair' | NameVerdict;

export interface NamedVerdict {
  readonly name: string;
  readonly verdict: SecretVerdict;
}

/** What stands beside a value and may say its name. */
export interface Beside {
  labels(): readonly string[];
  itemBefore(): string | undefined;
}

/** Which values are secrets because of their names, in the bodies of one operation. */
export class SecretNames {
  readonly #documented: readonly DocumentedNames[];
  readonly #known = new Map<string, SecretVerdict | 'none'>();
  readonly #labels = new Map<string, NameVerdict | 'none'>();
  readonly #side: Side;

  /** The first that knows a name decides. */
  constructor(documented: readonly DocumentedNames[], side: Side) {
    this.#documented = documented;
    this.#side = side;
  }

  of(name: string): SecretVerdict | undefined {
    const known = this.#known.get(name) ?? this.#learn(name);
    return known === 'none' ? undefined : known;
  }

  /** Of a value by its path, and by what stands beside it where the name is a value itself. */
  at(path: readonly (string | number)[], beside?: Beside): NamedVerdict | undefined {
    return this.#byPath(path) ?? (beside && this.#beside(path, beside));
  }

  /** Of a name that is a value: no schema says anything about it. */
  label(label: string | undefined): NameVerdict | undefined {
    if (label === undefined || label.length > longestLabel || !mayBeSecret.test(label)) return undefined;
    const known = this.#labels.get(label) ?? this.#learnLabel(label);
    return known === 'none' ? undefined : known;
  }

  #beside(path: readonly (string | number)[], beside: Beside): NamedVerdict | undefined {
    const own = path.findLast((key) => typeof key === 'string');
    for (const name of own !== undefined && isCalledBeside(own) ? beside.labels() : []) {
      const verdict = this.label(name);
      if (verdict !== undefined) return { name, verdict: this.#meant(verdict) };
    }
    return typeof path.at(-1) === 'number' ? this.#afterName(path, beside.itemBefore()) : undefined;
  }

  /** `[["access_token", "…"]]`, and headers one after the other, where what follows a name is mostly another one. */
  #afterName(path: readonly (string | number)[], name: string | undefined): NamedVerdict | undefined {
    const verdict = this.label(name);
    if (name === undefined || verdict === undefined) return undefined;
    const isPair = path.at(-1) === 1 && typeof path.at(-2) === 'number';
    return { name, verdict: isPair && (verdict === 'secret' || verdict === 'token') ? 'pair' : 'doubtful' };
  }

  /** A list is about what its name says, and so is what stands in an object. */
  #byPath(path: readonly (string | number)[]): NamedVerdict | undefined {
    const names = path.filter((key) => typeof key === 'string');
    const own = names.pop();
    if (own === undefined) return undefined;
    const parent = names.at(-1);
    if (parent !== undefined && this.#holds(parent) && !this.isPlain(own)) return { name: own, verdict: 'documented' };
    const verdict = this.of(own);
    if (verdict !== undefined) return { name: own, verdict };
    if (parent !== undefined && this.#holds(parent)) return { name: own, verdict: 'documented' };
    if (parent === undefined) return undefined;
    if (factsAbout.test(own) || this.isPlain(own)) return this.#inMap(own, parent);
    const inherited = names.flatMap((name) => this.#inherited(name)).at(-1);
    // The address in an object that is a link is that link; elsewhere it says where something is used.
    return inherited !== undefined && address.test(own) && !link.test(inherited.name) ? undefined : inherited;
  }

  /** Many secrets by what they are for, which may be called like anything: `{"tokens": {"client_id": "…"}}`. */
  #inMap(own: string, parent: string): NamedVerdict | undefined {
    const [inherited] = plural.test(parent) && !wordOfFact.test(own) ? this.#inherited(parent) : [];
    return inherited && { name: own, verdict: 'doubtful' };
  }

  isPlain(name: string): boolean {
    return this.of(name) === undefined && this.#documented.some(({ plain }) => plain.has(name));
  }

  #holds(name: string): boolean {
    return this.#documented.some(({ holders }) => holders.has(name));
  }

  #inherited(name: string): readonly NamedVerdict[] {
    const verdict = this.of(name);
    return verdict === undefined || verdict === 'doubtful' || verdict === 'code' ? [] : [{ name, verdict }];
  }

  #learn(name: string): SecretVerdict | 'none' {
    const verdict = this.#decide(name);
    if (this.#known.size > mostKnown) this.#known.clear();
    this.#known.set(name, verdict);
    return verdict;
  }

  #learnLabel(label: string): NameVerdict | 'none' {
    const verdict = wellKnownName(label) ?? (isSecretHeader(label) ? 'token' : 'none');
    if (this.#labels.size > mostKnown) this.#labels.clear();
    this.#labels.set(label, verdict);
    return verdict;
  }

  #decide(name: string): SecretVerdict | 'none' {
    for (const { secret, plain } of this.#documented) {
      if (secret.has(name)) return 'documented';
      if (plain.has(name)) return 'none';
    }
    const verdict = wellKnownName(name);
    return verdict === undefined ? 'none' : this.#meant(verdict);
  }

  /** A server says what is wrong with a password under its name; who sends one means it, also when it is of words. */
  #meant(verdict: NameVerdict): SecretVerdict {
    return verdict === 'secret' && this.#side === 'request' ? 'documented' : verdict;
  }
}

export type Side = 'request' | 'reply';

/** A reply may repeat what was sent, so the names of the request count there, too. */
export function secretNames(operation: Operation | undefined, side: Side): SecretNames {
  if (operation === undefined) return anybodys;
  const known = perOperation.get(operation) ?? {
    request: namesOf(operation, 'request'),
    reply: namesOf(operation, 'reply'),
  };
  perOperation.set(operation, known);
  return known[side];
}

function namesOf(operation: Operation, side: Side): SecretNames {
  const request = documentedNames(operation, 'request');
  return new SecretNames(side === 'request' ? [request] : [documentedNames(operation, 'replies'), request], side);
}

const perOperation = new WeakMap<Operation, Readonly<Record<Side, SecretNames>>>();
const anybodys = new SecretNames([], 'reply');

/** Names of what is said about a secret beside it. */
const factsAbout =
  /(?:type|id|name|status|code|message|error|errors|detail|details|description|title|reason|scope|email)$|^expires/i;
const wordOfFact = /^(?:id|type|name|status|code|message|error|url)s?$/i;
const plural = /(?:token|secret|password|key|jwt|cookie)s$/i;
const address = /(?:url|uri)$/i;
const link = /(?:link|url|uri)s?$/i;

const mostKnown = 5_000;
const longestLabel = 64;
/** Of values that may be names most are none of a secret: those are told at once. */
const mayBeSecret =
  /pass|pwd|pin|otp|code|token|secret|jwt|bearer|credential|assertion|saml|auth|cookie|key|link|ur[li]|sess|sid|sig|nonce|hash|[cx]srf/i;
