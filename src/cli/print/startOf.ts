/** More than a screen or two, and less than what a terminal forgets. */
const mostLines = 200;
const mostCharacters = 50_000;

/** The start of a text that may be larger than what a terminal keeps, and how much of it is left out. */
export function startOf(text: string): string {
  const end = endOfLines(text, mostLines);
  if (end <= mostCharacters) {
    const more = countLines(text, end + 1);
    return more === 0 ? `${text}\n` : `${text.slice(0, end)}\n… ${countOf(more, 'more line')}; --json prints all\n`;
  }
  const shown = text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');
  return `${shown}\n… ${countOf(text.length - shown.length, 'more character')}; --json prints all\n`;
}

function endOfLines(text: string, lines: number): number {
  let end = -1;
  for (let count = 0; count < lines; count += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return text.length;
  }
  return end;
}

/** Without the empty one behind the last line end. */
function countLines(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < text.length; count += 1) at = text.indexOf('\n', at) + 1 || text.length;
  return count;
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
