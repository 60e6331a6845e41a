import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Node,
  type NoSubstitutionTemplateLiteral,
  type SourceFile,
  type StringLiteral,
  SyntaxKind,
} from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

/** A text that is said in the editor's language. */
export interface SaidText {
  readonly text: string;
  readonly place: string;
  /** What fills it. */
  readonly values: number;
  /** Read when the file is loaded, which is before the language is known. */
  readonly isEarly: boolean;
}

export interface ShownTexts {
  readonly said: readonly SaidText[];
  /** What reads like a text for people and is not said: each as `place: text`. */
  readonly unsaid: readonly string[];
  /** Calls whose text is not written where it is said. */
  readonly unread: readonly string[];
}

/** What files of these folders show to people. They are read, and what they import is not. */
export function shownTexts(folders: readonly string[]): ShownTexts {
  const home = mkdtempSync(join(tmpdir(), 'esign-texts-'));
  const project = join(home, 'tsconfig.json');
  const root = `${resolve('.').replaceAll('\\', '/')}/`;
  const compilerOptions = { jsx: 'preserve', noLib: true, noResolve: true, types: [] };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: folders.map((folder) => root + folder) }));
  const api = new API();
  try {
    const { program } = api.updateSnapshot({ openProject: project }).getProjects()[0] ?? fail(project);
    const found = program
      .getSourceFileNames()
      .filter((name) => name.startsWith(root) && !name.endsWith('.d.ts'))
      .map((name) => new Reader(name.slice(root.length), program.getSourceFile(name) ?? fail(name)));
    return {
      said: found.flatMap(({ said }) => said),
      unsaid: found.flatMap(({ unsaid }) => unsaid),
      unread: found.flatMap(({ unread }) => unread),
    };
  } finally {
    api.close();
    rmSync(home, { recursive: true });
  }
}

class Reader {
  readonly #path: string;
  readonly said: SaidText[] = [];
  readonly unsaid: string[] = [];
  readonly unread: string[] = [];

  constructor(path: string, file: SourceFile) {
    this.#path = path;
    this.#read(file, false);
  }

  #read(node: Node, inFunction: boolean): void {
    if (isForMachines(node)) return;
    if (is.isCallExpression(node) && is.isIdentifier(node.expression) && node.expression.text === 't') {
      const [text, ...values] = node.arguments;
      if (text !== undefined && isPlain(text)) {
        this.said.push({ text: text.text, place: this.#path, values: values.length, isEarly: !inFunction });
      } else this.unread.push(`${this.#path}: ${text === undefined ? 'nothing' : text.getText()}`);
      for (const value of values) this.#read(value, inFunction);
      return;
    }
    const text = textOf(node);
    if (text !== undefined && isForPeople(node, text)) this.unsaid.push(`${this.#path}: ${text}`);
    const isFunction =
      is.isFunctionDeclaration(node) ||
      is.isArrowFunction(node) ||
      is.isFunctionExpression(node) ||
      is.isMethodDeclaration(node) ||
      is.isGetAccessorDeclaration(node) ||
      is.isConstructorDeclaration(node) ||
      is.isPropertyDeclaration(node);
    node.forEachChild((child) => this.#read(child, inFunction || isFunction));
  }
}

/** Values are `{}`. */
function textOf(node: Node): string | undefined {
  if (is.isJsxText(node)) return node.text.trim();
  if (isPlain(node)) return node.text;
  if (!is.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

const machineAttributes =
  /^(class|action|icon|id|key|role|type|kind|tone|slot|scope|name|href|src|style|d|viewBox|autocomplete|data-.*|aria-(live|hidden|labelledby|describedby|controls|haspopup|current|sort|atomic|relevant|autocomplete|orientation|owns|activedescendant))$/;
const machineMembers =
  /^(kind|command|when|menu|group|palette|key|mac|icon|id|viewType|language|scheme|code|class|pattern|url|fileMatch|verb|method|called)$/;
const machineCalls =
  /(^import$|\.(querySelector|querySelectorAll|closest|matches|getElementById|addEventListener|removeEventListener|createElement|get|has|startsWith|endsWith|includes|indexOf|executeCommand|error|warn|info|log|debug|trace|setAttribute|getAttribute|showPopup|createDiagnosticCollection|register\w*)$|^(registerCommand|executeCommand|customElement|setOrRemove|RegExp|joinPath|explainError|reportError)$)/;

/** What no person is shown: types, names of modules, words of commands, selectors, the log. */
function isForMachines(node: Node): boolean {
  if (is.isImportDeclaration(node) || is.isExportDeclaration(node) || is.isTypeNode(node)) return true;
  if (is.isTypeAliasDeclaration(node) || is.isInterfaceDeclaration(node)) return true;
  if (is.isJsxAttribute(node)) return machineAttributes.test(node.name.getText());
  if (is.isPropertyAssignment(node)) {
    return machineMembers.test(node.name.getText()) && !is.isObjectLiteralExpression(node.initializer);
  }
  if (is.isCaseClause(node)) return false;
  if (is.isNewExpression(node)) return node.expression.getText() === 'Error';
  if (!is.isCallExpression(node)) return false;
  const called = node.expression.getText();
  return machineCalls.test(called) && !foundInFiles.test(called);
}

/** What is found in a file that somebody writes is told under the same names as what goes into the log. */
const foundInFiles = /(^|[.#])(findings|values)\.(error|warn)$/;

const peopleAttributes = /^(aria-label|aria-description|aria-valuetext|title|label|placeholder|alt|text|hint|said)$/;
const peopleMembers =
  /^(title|label|detail|description|tooltip|placeHolder|placeholder|prompt|message|text|said|hint|summary)$/;

function isForPeople(node: Node, text: string): boolean {
  if (!/[a-z]{2}/i.test(text)) return false;
  if (is.isJsxText(node)) return true;
  if (text.startsWith('<')) return false;
  const parent = outOfChoices(node);
  if (is.isBinaryExpression(parent) && (isComparison(parent.operatorToken.kind) || isId(parent.left))) return false;
  if (is.isElementAccessExpression(parent) || is.isCaseClause(parent)) return false;
  if (is.isJsxAttribute(parent)) return peopleAttributes.test(parent.name.getText()) || isSentence(text);
  if (is.isPropertyAssignment(parent) && peopleMembers.test(parent.name.getText()))
    return /^\W*[A-Z]/.test(text) || isSentence(text);
  return isSentence(text);
}

function isComparison(kind: SyntaxKind): boolean {
  return kind === SyntaxKind.EqualsEqualsEqualsToken || kind === SyntaxKind.ExclamationEqualsEqualsToken;
}

function isId(assigned: Node): boolean {
  return is.isPropertyAccessExpression(assigned) && assigned.name.text === 'id';
}

function outOfChoices(node: Node): Node {
  const { parent } = node;
  const isChoice =
    is.isConditionalExpression(parent) || is.isParenthesizedExpression(parent) || is.isJsxExpression(parent);
  return isChoice ? outOfChoices(parent) : parent;
}

/** Two words, or one that ends a thought. */
function isSentence(text: string): boolean {
  return /(^|[^\w./#-])[A-Za-z][a-z']+[,:;]? ([a-z'{(]|\d|[A-Z][a-z])/.test(text) || /^[A-Z][a-z]+…$/.test(text);
}

function fail(what: string): never {
  throw new Error(`${what} cannot be read.`);
}

function isPlain(node: Node): node is StringLiteral | NoSubstitutionTemplateLiteral {
  return is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node);
}
