import type { FormField } from '../../../src/protocol/form';

/** What stands under a field: its description, and of the limits those that the description does not name already. */
export function explain({ onlyWith, ...field }: Explained): string {
  const said = limits(field);
  if (onlyWith === undefined) return said;
  const words = `${onlyWith.words.charAt(0).toUpperCase()}${onlyWith.words.slice(1)}.`;
  return said === '' ? words : `${said} ${words}`;
}

type Explained = Pick<FormField, 'description' | 'hint' | 'onlyWith'>;

function limits({ description, hint }: Explained): string {
  if (description === undefined || hint === undefined) return description ?? hint ?? '';
  const said = description.toLowerCase();
  const unsaid = hint
    .split(/, (?!or )/)
    .filter(
      (limit) => !said.includes(limit.toLowerCase()) && !said.includes(limit.replace(/^(\d+) or more$/, 'from $1')),
    );
  return unsaid.length === 0 ? description : `${description} · ${unsaid.join(', ')}`;
}
