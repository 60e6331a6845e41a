import { codePieces } from './house/codePieces';
import type { SourceFile } from './importGraph';

const word =
  '(?:any|bigint|boolean|keyof|never|null|number|object|readonly|string|symbol|typeof|undefined|unknown|void)\\b';
/** How a type begins. Text between tags is not told from code, but hardly ever goes on like that after "as". */
const type = String.raw`(?:${word}|[A-Z]|[a-z]\w*\.[\w$]|[([{]|'')`;
const asserted = new RegExp(String.raw`(?<=[\w$)\]}>'])\s+as\s+(?=${type})`, 'g');
/** `<Type>value`: between tags the same signs are an element, and of a function a bracket follows. */
const angled = /(?<=[=(,?:&|[]|\breturn)\s*<[A-Z][^<>()\n]*>\s*[a-z_$]/g;
const renaming = /^(?:im|ex)port\s+(?:type\s+)?(?:\w+,\s*)?(?:\{[^}]*\}|\*\s+as\s+\w+)/gm;

/** Every cast of a file with the line it stands in; each `as` of `as unknown as Type\` is one. `as const` is none. */
export function castsIn({ path, text }: Pick<SourceFile, 'path' | 'text'>): readonly string[] {
  const code = withoutTexts(text).replace(renaming, '');
  const found = [...code.matchAll(asserted), ...(path.endsWith('.tsx') ? [] : code.matchAll(angled))];
  return found.map(({ index }) => `${path}: ${lineAt(code, index)}`);
}

export function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

function lineAt(code: string, index: number): string {
  const end = code.indexOf('\n', index + 1);
  return code.slice(code.lastIndexOf('\n', index - 1) + 1, end < 0 ? undefined : end).trim();
}

/** The code alone: no comments, and of every text only that there is one. What fills a template is code. */
function withoutTexts(source: string): string {
  const shown = { comment: () => ' ', text: () => "''", code: (text: string) => text };
  return codePieces(source)
    .map(({ kind, text }) => shown[kind](text))
    .join('');
}
