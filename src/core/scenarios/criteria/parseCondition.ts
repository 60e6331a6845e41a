import { t } from '@vscode/l10n';
import { shortened } from '../../quoting/shortened';
import { remembered } from '../../typing/remembered';
import { parseExpression } from '../expressions/parseExpression';
import type { Condition, Operator } from './condition';

export type ParsedCondition =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'fault'; readonly message: string };

const mostKept = 200;

/** Reads literals, operators, groups and expressions; the words of a fault say what to write. Most steps ask for the same. */
export const parseCondition = remembered(mostKept, (text: string): ParsedCondition => {
  try {
    return { kind: 'condition', condition: new ConditionParser(withoutBraces(text)).whole() };
  } catch (error: unknown) {
    if (!(error instanceof ConditionFault)) throw error;
    return { kind: 'fault', message: error.message };
  }
});

/** The specification has an example in braces as a whole. */
function withoutBraces(text: string): string {
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(text)?.[1];
  return inner ?? text;
}

class ConditionFault extends Error {
  override readonly name = 'ConditionFault';
}

/** Deeper groups are no condition that a person wrote. */
const mostDepth = 100;

class ConditionParser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Condition {
    if (this.#text.trim() === '')
      throw new ConditionFault(t('The condition is empty: write one such as $statusCode == 200.'));
    const condition = this.#or();
    this.#blanks();
    if (this.#at < this.#text.length) throw new ConditionFault(this.#unexpected());
    return condition;
  }

  #or(): Condition {
    let left = this.#and();
    while (this.#take('||')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Condition {
    let left = this.#comparison();
    while (this.#take('&&')) left = { kind: 'and', left, right: this.#comparison() };
    return left;
  }

  #comparison(): Condition {
    const left = this.#operand();
    const operator = this.#operator();
    return operator === undefined ? left : { kind: 'comparison', operator, left, right: this.#operand() };
  }

  #operator(): Operator | undefined {
    const found = operators.find((operator) => this.#take(operator));
    if (found !== undefined) return found;
    if (this.#take('=')) throw new ConditionFault(t('"=" is no operator: write == to compare.'));
    return undefined;
  }

  #operand(): Condition {
    this.#depth += 1;
    if (this.#depth > mostDepth) throw new ConditionFault(t('There are too many groups in each other.'));
    const operand = this.#unguarded();
    this.#depth -= 1;
    return operand;
  }

  #unguarded(): Condition {
    if (this.#take('!')) return { kind: 'not', inner: this.#operand() };
    if (this.#take('(')) {
      const inner = this.#or();
      if (!this.#take(')')) throw new ConditionFault(this.#unclosed());
      return inner;
    }
    this.#blanks();
    const next = this.#text[this.#at];
    if (next === "'") return this.#string();
    if (next === '"')
      throw new ConditionFault(t("Texts stand in single quotes: write 'text', and '' for a quote within."));
    return next === '$' || next === '{' ? this.#expression() : this.#word();
  }

  #string(): Condition {
    const [whole, inner = ''] = /^'((?:[^']|'')*)'/.exec(this.#text.slice(this.#at)) ?? [];
    if (whole === undefined) throw new ConditionFault(t('A text is not closed: its last single quote is missing.'));
    this.#at += whole.length;
    return { kind: 'literal', value: inner.replaceAll("''", "'") };
  }

  #word(): Condition {
    const [word] = /^[^\s()!=<>&|'"[\]]+/.exec(this.#text.slice(this.#at)) ?? [];
    if (word === undefined) throw new ConditionFault(this.#unexpected());
    this.#at += word.length;
    if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true' };
    if (word === 'null') return { kind: 'literal', value: null };
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) return { kind: 'literal', value: Number(word) };
    throw new ConditionFault(
      t('"{0}" is neither a number nor an expression: put it in single quotes if a text is meant.', shortened(word)),
    );
  }

  /** In braces a pointer may hold blanks and operators. */
  #expression(): Condition {
    const rest = this.#text.slice(this.#at);
    const [whole, inBraces, plain] = /^\{([^{}]*)\}|^(\$(?:(?!&&|\|\||[!=]=|=)[^\s()<>[\],])*)/.exec(rest) ?? [];
    if (whole === undefined) throw new ConditionFault(this.#unexpected());
    this.#at += whole.length;
    const [head, dereferences] = inBraces === undefined ? partsOf(plain ?? '') : [inBraces.trim(), []];
    const parsed = parseExpression(head);
    if (parsed.kind === 'fault') throw new ConditionFault(parsed.message);
    const path = [...dereferences, ...this.#path()];
    const shown = path.length === 0 ? head : `${head}${path.map((key) => `[${key}]`).join('')}`;
    return { kind: 'expression', text: shown, expression: parsed.expression, path };
  }

  /** `[0]` and `.name` behind an expression. */
  #path(): readonly string[] {
    const path: string[] = [];
    for (;;) {
      const [whole, index, quoted, name] =
        /^(?:\[(\d+)\]|\['([^']*)'\]|\.([\w-]+))/.exec(this.#text.slice(this.#at)) ?? [];
      if (whole === undefined) break;
      this.#at += whole.length;
      path.push(index ?? quoted ?? name ?? '');
    }
    if (this.#text[this.#at] === '[') throw new ConditionFault(t('Between brackets an index must stand, such as [0].'));
    return path;
  }

  #take(token: string): boolean {
    this.#blanks();
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #blanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #unexpected(): string {
    this.#blanks();
    const rest = this.#text.slice(this.#at);
    if (rest === '') return t('The condition ends too early: a value is missing.');
    const before = this.#before();
    return before === undefined
      ? t('"{0}" does not belong here.', shortened(rest))
      : t('"{0}" does not belong here, behind "{1}".', shortened(rest), before);
  }

  #unclosed(): string {
    const before = this.#before();
    return before === undefined ? t('A closing ")" is missing.') : t('A closing ")" is missing, behind "{0}".', before);
  }

  #before(): string | undefined {
    return this.#at === 0 ? undefined : shortened(this.#text.slice(0, this.#at).trim());
  }
}

const operators: readonly Operator[] = ['==', '!=', '<=', '>=', '<', '>'];

/** `$response.body.data` is `.data` of the body: of a body the grammar of expressions knows pointers only. */
function partsOf(text: string): readonly [head: string, path: readonly string[]] {
  const [, head, path] = /^(\$(?:request|response)\.body)((?:\.[\w-]+)+)$/.exec(text) ?? [];
  if (head === undefined || path === undefined) return [text, []];
  return [head, path.slice(1).split('.')];
}
