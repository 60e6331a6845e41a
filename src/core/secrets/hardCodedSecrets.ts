import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import type { Operation, RequestValues } from '../operation';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { metasWithin } from '../requests/innerSchemas';
import { getAt, joinPointer } from '../requests/pointer';
import { isSecretValue, looksSecret } from './names/looks';
import { wellKnownName } from './names/wellKnownNames';

export const hardCodedCode = 'hard_coded_secret';

/** A secret that stands in a file which others may get to see. */
export interface HardCodedSecret {
  readonly pointer: string;
  /** The credential that belongs there, where the operation refers to one. */
  readonly credential?: string;
}

const sections = ['path', 'query', 'body'] as const;
/** Of how many there is no more to learn. */
const most = 20;

/**
 * Values at places that the schemas call secret, and values that give themselves away by their shape. Documents, ids and
 * hashes are none, nor is what a person made up for a signer to type.
 */
export function hardCodedSecrets({ request }: Operation, values: RequestValues): readonly HardCodedSecret[] {
  const found = new Map<string, HardCodedSecret>();
  for (const section of sections) {
    const schema = request[section];
    const value = values[section];
    if (schema === undefined || value === undefined) continue;
    for (const secret of secretsIn(schema, value, section)) {
      if (!found.has(secret.pointer)) found.set(secret.pointer, secret);
    }
  }
  return [...found.values()].slice(0, most);
}

type Schema = Parameters<typeof fieldsByMeta>[0];

function secretsIn(schema: Schema, value: JsonValue, section: string): readonly HardCodedSecret[] {
  const at = `/${section}`;
  const places = (wanted: Parameters<typeof fieldsByMeta>[2]) => fieldsByMeta(schema, value, wanted, at);
  const values = { [section]: value };
  const ofConnection = credentialsOf(schema).flatMap((credential) =>
    places(({ secret, initial }) => secret === true && initial === referenceTo(credential))
      .filter((pointer) => holds(values, pointer, 'documented'))
      .map((pointer) => ({ pointer, credential })),
  );
  // In an address it is the id of what is asked for, though it opens it.
  const mayBeKeys = section === 'body' ? places(({ secret }) => secret === true) : [];
  const named = mayBeKeys.filter((pointer) => holds(values, pointer, 'doubtful'));
  const files = new Set(places(({ widget }) => widget?.startsWith('file') === true));
  return [...ofConnection, ...[...named, ...shaped(value, at, files)].map((pointer) => ({ pointer }))];
}

/** What is said of them in the file. */
export function hardCodedIssues(secrets: readonly HardCodedSecret[]): readonly Issue[] {
  return secrets.map(({ pointer, credential }) => ({
    pointer,
    code: hardCodedCode,
    message:
      credential === undefined
        ? t(
            'This looks like a key or token, and whoever gets the file gets it, too. Put a variable in its place, such as {0}, and give that one outside the file.',
            '{{token}}',
          )
        : t(
            'This is a secret of the connection, and whoever gets the file gets it, too. Write {0} and keep it with the credentials.',
            referenceTo(credential),
          ),
    severity: 'warning',
  }));
}

export function referenceTo(credential: string): string {
  return `{{credentials.${credential}}}`;
}

function holds(values: RequestValues, pointer: string, verdict: 'documented' | 'doubtful'): boolean {
  const value = getAt(values, pointer);
  return typeof value === 'string' && !value.includes('{{') && isSecretValue(value, verdict);
}

/** The names of credentials that fields of a schema begin with. */
function credentialsOf(schema: Schema): readonly string[] {
  const names = metasWithin(schema).flatMap(({ initial }) => {
    const [, name] = typeof initial === 'string' ? (/^\{\{credentials\.(\w+)\}\}$/.exec(initial) ?? []) : [];
    return name ?? [];
  });
  return [...new Set(names)];
}

function* shaped(value: unknown, pointer: string, files: ReadonlySet<string>): Generator<string> {
  if (typeof value === 'string') {
    if (!files.has(pointer) && givesItselfAway(value)) yield pointer;
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* shaped(item, joinPointer(pointer, key), files);
  }
}

/** A web token is long, and JSON in base64 has no dots; a public key and a certificate are no secrets. */
function givesItselfAway(text: string): boolean {
  const value = text.trim().replace(/^(?:Bearer|Basic)\s+(?=\S{20})/i, '');
  if (value.length > longest) return false;
  return looksSecret(value) || (value !== text.trim() && isSecretValue(value, 'doubtful'));
}

/** A variable of that name and value, wherever variables are kept. */
export function isKeyOrToken(name: string, value: string): boolean {
  if (value.includes('{{')) return false;
  const verdict = wellKnownName(name);
  return givesItselfAway(value) || (verdict !== undefined && isSecretValue(value, 'doubtful'));
}

const longest = 20_000;
