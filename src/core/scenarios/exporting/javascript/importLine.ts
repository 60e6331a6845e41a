export function importLine(names: string, from: string): string {
  return `import ${names} from ${JSON.stringify(from)};`;
}
