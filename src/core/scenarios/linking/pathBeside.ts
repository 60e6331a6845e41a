/** A path that a file names from its own folder, from where that file is named. */
export function pathBeside(file: string, named: string): string {
  // One from the root is refused by who reads it, and must not become one from here.
  if (named.startsWith('/')) return named;
  const path: string[] = [];
  for (const part of [...file.split('/').slice(0, -1), ...named.split('/')]) {
    const isUp = part === '..' && path.length > 0 && path.at(-1) !== '..';
    if (isUp) path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
