import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { nearest } from '../../forms/wording/nearest';
import { isList, isObject } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';
import { getAt, joinPointer } from '../../requests/pointer';
import { parseExpression } from '../expressions/parseExpression';
import type { Findings, PieceKind } from './findings';
import { writing } from './mends';
import { componentsObject, reusableObject } from './schema';

export type ComponentSection = 'parameters' | 'successActions' | 'failureActions';

/** An object of a list, wherever it is written. */
export interface Piece<Value> {
  readonly raw: Value;
  readonly pointer: string;
}

/** More than the inputs of any scenario have; references that multiply each other reach it at once. */
const mostSchemaParts = 100_000;
const tooManyParts = () =>
  t(
    'The schemas of inputs refer to each other so often that they hold more than can be read: write one of them shorter.',
  );

/** What parts of a scenario may refer to. */
export class Components {
  readonly #findings: Findings;
  readonly #components: JsonObject;
  /** Of the schemas of inputs, with what they refer to. */
  #schemaParts = 0;

  constructor(findings: Findings, components: JsonValue | undefined) {
    this.#findings = findings;
    const kind = { schema: componentsObject, noun: 'components' } as const;
    const isThere = components !== undefined && findings.piece(kind, components, '/components') !== undefined;
    this.#components = isThere && isObject(components) ? components : {};
  }

  /** The objects of a list, those that are written among the components in the places of references to them. */
  pieces<Schema extends z.ZodObject>(
    section: ComponentSection,
    kind: PieceKind<Schema>,
    values: readonly JsonValue[] | undefined,
    pointer: string,
  ): readonly Piece<z.output<Schema>>[] {
    return (values ?? []).flatMap((value, index) => {
      const at = joinPointer(pointer, index);
      const found = refersToComponent(value) ? this.#referred(section, value, at) : { value, pointer: at };
      if (found === undefined) return [];
      const raw = this.#findings.piece(kind, found.value, found.pointer);
      return raw === undefined ? [] : [{ raw, pointer: found.pointer }];
    });
  }

  #referred(section: ComponentSection, value: JsonObject, pointer: string) {
    const reusable = this.#findings.piece({ schema: reusableObject, noun: 'reference' }, value, pointer);
    if (reusable === undefined) return undefined;
    const at = `${pointer}/reference`;
    const parsed = parseExpression(reusable.reference);
    if (parsed.kind === 'fault' || parsed.expression.kind !== 'components' || parsed.expression.section !== section) {
      this.#findings.error(at, 'reference', t('Here a reference must be {0}.', `$components.${section}.NAME`));
      return undefined;
    }
    const { name } = parsed.expression;
    const place = joinPointer('/components', section, name);
    const found = getAt({ components: this.#components }, place) as JsonValue | undefined;
    if (!isObject(found)) {
      const meant = this.#meant(section, name);
      const advice = meant === undefined ? [] : [t('Did you mean "{0}"?', meant)];
      const message = [t('There is no "{0}" in components/{1}.', name, section), ...advice].join(' ');
      const mend = meant === undefined ? undefined : writing(at, `$components.${section}.${meant}`);
      this.#findings.error(at, 'reference', message, mend);
      return undefined;
    }
    const hasValue = section === 'parameters' && reusable.value !== undefined;
    // What is said of the value is said where it is given.
    return hasValue
      ? { value: { ...found, value: reusable.value ?? null }, pointer }
      : { value: found, pointer: place };
  }

  #meant(section: ComponentSection, name: string): string | undefined {
    const known = this.#components[section];
    return isObject(known) ? nearest(name, Object.keys(known)) : undefined;
  }

  /** A schema of inputs with what it refers to in place. */
  schema(schema: JsonValue | undefined, pointer: string): JsonObject {
    if (schema === undefined) return {};
    const resolved = this.#resolve(schema, pointer, []);
    return isObject(resolved) ? resolved : {};
  }

  #resolve(node: JsonValue, pointer: string, above: readonly string[]): JsonValue {
    this.#schemaParts += 1;
    if (this.#schemaParts > mostSchemaParts) {
      if (this.#schemaParts === mostSchemaParts + 1) this.#findings.error(pointer, 'too_large', tooManyParts());
      return {};
    }
    if (isList(node)) return node.map((item, index) => this.#resolve(item, joinPointer(pointer, index), above));
    if (!isObject(node)) return node;
    const reference = node['$ref'];
    if (typeof reference !== 'string') {
      const members = Object.entries(node).map(
        ([key, item]) => [key, this.#resolve(item, joinPointer(pointer, key), above)] as const,
      );
      return Object.fromEntries(members);
    }
    const target = /^#\/components\/inputs\//.test(reference) ? reference.slice(1) : undefined;
    const found = target && (getAt({ components: this.#components }, target) as JsonValue | undefined);
    if (target === undefined || found === undefined || above.includes(target)) {
      const message =
        found === undefined
          ? t('"{0}" leads nowhere: write #/components/inputs/NAME.', shortened(reference))
          : t('"{0}" leads back to itself.', shortened(reference));
      this.#findings.error(`${pointer}/$ref`, 'reference', message);
      return {};
    }
    return this.#resolve(found, target, [...above, target]);
  }
}

function refersToComponent(value: JsonValue): value is JsonObject {
  return isObject(value) && Object.hasOwn(value, 'reference') && !Object.hasOwn(value, 'name');
}
