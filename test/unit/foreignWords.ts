/** Words of the schema library, of the JavaScript engine and of Node, which no person may get to read. */
export const foreignWords =
  /Invalid input|expected \w+, received|ZodError|invalid_type|Unexpected (?:token|end|non-whitespace)|at position \d|is not valid JSON|Cannot read properties|is not a function|Maximum call stack|\[object Object\]|\bundefined\b|socket hang up|Parse Error|incorrect header check|unexpected end of file|Premature close/;
