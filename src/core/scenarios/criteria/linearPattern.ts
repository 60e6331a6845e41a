import { t } from '@vscode/l10n';
import { shortened } from '../../quoting/shortened';
import { type Assertion, type PatternNode, parsePattern, type Test } from './parsePattern';

/** A regular expression whose time grows with the text alone: no pattern can be made that never ends. */
export interface LinearPattern {
  /** Whether it is found anywhere in the text. */
  isIn(text: string): boolean;
}

export type ReadPattern =
  | { readonly kind: 'pattern'; readonly pattern: LinearPattern }
  | { readonly kind: 'fault'; readonly message: string };

/** Counts such as `{1000}` are written out: beyond this a pattern is too large to be meant. */
const mostInstructions = 20_000;

/** Reads a regular expression of JavaScript. What cannot be found in linear time is refused. */
export function readPattern(source: string): ReadPattern {
  const parsed = parsePattern(source);
  if (parsed.kind === 'fault') return parsed;
  const program = new Program();
  if (!program.compile(parsed.node))
    return { kind: 'fault', message: t('"{0}" counts further than is supported here.', shortened(source)) };
  const { instructions } = program;
  return { kind: 'pattern', pattern: { isIn: (text) => new Search(instructions, text).run() } };
}

type Instruction =
  | { readonly op: 'test'; readonly test: Test }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | { readonly op: 'either'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'match' };

class Program {
  readonly instructions: Instruction[] = [];

  compile(node: PatternNode): boolean {
    this.#add(node);
    this.instructions.push({ op: 'match' });
    return this.instructions.length <= mostInstructions;
  }

  #add(node: PatternNode): void {
    if (this.instructions.length > mostInstructions) return;
    switch (node.kind) {
      case 'test':
        this.instructions.push({ op: 'test', test: node.test });
        break;
      case 'assertion':
        this.instructions.push({ op: 'assert', assertion: node.assertion });
        break;
      case 'sequence':
        for (const item of node.items) this.#add(item);
        break;
      case 'choice':
        this.#addChoice(node.options);
        break;
      case 'repeat':
        this.#addRepeat(node.item, node.least, node.most);
        break;
    }
  }

  #addChoice([first, ...others]: readonly PatternNode[]): void {
    if (first === undefined) return;
    if (others.length === 0) {
      this.#add(first);
      return;
    }
    const either = { op: 'either' as const, first: this.instructions.length + 1, second: 0 };
    this.instructions.push(either);
    this.#add(first);
    const jump = { op: 'jump' as const, to: 0 };
    this.instructions.push(jump);
    either.second = this.instructions.length;
    this.#addChoice(others);
    jump.to = this.instructions.length;
  }

  #addRepeat(item: PatternNode, least: number, most: number): void {
    for (let count = 0; count < least && this.instructions.length <= mostInstructions; count += 1) this.#add(item);
    if (most === Number.POSITIVE_INFINITY) {
      const start = this.instructions.length;
      const either = { op: 'either' as const, first: start + 1, second: 0 };
      this.instructions.push(either);
      this.#add(item);
      this.instructions.push({ op: 'jump', to: start });
      either.second = this.instructions.length;
      return;
    }
    const exits: { second: number }[] = [];
    for (let count = least; count < most && this.instructions.length <= mostInstructions; count += 1) {
      const either = { op: 'either' as const, first: this.instructions.length + 1, second: 0 };
      this.instructions.push(either);
      exits.push(either);
      this.#add(item);
    }
    for (const exit of exits) exit.second = this.instructions.length;
  }
}

/** Follows all ways through the program at once, one character of the text after the other. */
class Search {
  readonly #instructions: readonly Instruction[];
  readonly #characters: readonly string[];
  /** The position at which an instruction was last reached. */
  readonly #reached: Int32Array;
  #isFound = false;

  constructor(instructions: readonly Instruction[], text: string) {
    this.#instructions = instructions;
    this.#characters = [...text];
    this.#reached = new Int32Array(instructions.length).fill(-1);
  }

  run(): boolean {
    let current: number[] = [];
    for (let at = 0; at <= this.#characters.length; at += 1) {
      const ways: number[] = [];
      for (const way of [...current, 0]) this.#follow(way, at, ways);
      if (this.#isFound) return true;
      const character = this.#characters[at];
      if (character === undefined) return false;
      current = ways.filter((way) => this.#passes(way, character)).map((way) => way + 1);
    }
    return false;
  }

  #passes(way: number, character: string): boolean {
    const instruction = this.#instructions[way];
    return instruction?.op === 'test' && instruction.test(character);
  }

  /** To the tests that are reached without reading a character. */
  #follow(from: number, at: number, ways: number[]): void {
    const open = [from];
    for (let way = open.pop(); way !== undefined; way = open.pop()) {
      if (this.#reached[way] === at) continue;
      this.#reached[way] = at;
      const instruction = this.#instructions[way];
      if (instruction === undefined) continue;
      if (instruction.op === 'match') this.#isFound = true;
      else if (instruction.op === 'test') ways.push(way);
      else if (instruction.op === 'jump') open.push(instruction.to);
      else if (instruction.op === 'either') open.push(instruction.first, instruction.second);
      else if (this.#isMet(instruction.assertion, at)) open.push(way + 1);
    }
  }

  #isMet(assertion: Assertion, at: number): boolean {
    switch (assertion) {
      case 'start':
        return at === 0;
      case 'end':
        return at === this.#characters.length;
      default: {
        const isEdge = isWord(this.#characters[at - 1]) !== isWord(this.#characters[at]);
        return isEdge === (assertion === 'wordEdge');
      }
    }
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character);
}
