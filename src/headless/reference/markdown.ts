/** GitHub's Markdown, from texts that may hold any characters. */
export const markdown = {
  /** Running text. Code between backticks stays code; nothing else is marked up. */
  prose(text: string): string {
    return text
      .split(/(`[^`]+`)/)
      .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
      .join('')
      .replace(/\s*\n\s*/g, ' ');
  },

  /** A text as it is written in a program. */
  code(text: string): string {
    const line = text.replace(/\s*\n\s*/g, ' ');
    return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
  },

  link(text: string, target: string): string {
    return `[${text}](${target.replace(/[\s()]/g, (character) => encodeURIComponent(character))})`;
  },

  block(language: string, text: string): string {
    return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
  },

  bullets(items: readonly string[]): string {
    return items.map((item) => `- ${item}`).join('\n');
  },

  /** Columns in which no row says anything are left out. Cells are Markdown. */
  table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
    const used = heads.map((_head, column) => rows.some((row) => (row[column] ?? '') !== ''));
    const line = (cells: readonly string[]) =>
      `| ${cells
        .filter((_cell, column) => used[column])
        .map((cell) => cell.replace(/(?<!\\)\|/g, '\\|'))
        .join(' | ')} |`;
    return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
  },

  /** Where a heading of this text can be reached, on GitHub as in the editor. */
  anchorOf(heading: string): string {
    const words = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
    return `#${words.trim().replace(/\s/g, '-')}`;
  },
} as const;

function escaped(text: string): string {
  return text
    .replace(/[\\*[\]]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/</g, '&lt;');
}
