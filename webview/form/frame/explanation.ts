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
  const unsaid = hint.split(/, (?!or )/).filter((limit) => !isSaid(limit, description));
  return unsaid.length === 0 ? description : `${description} · ${unsaid.join(', ')}`;
}

/** Names that stand in a limit whatever its language. */
const sameEverywhere = /^(?:e-mail|uuid|base64|ipv[46])\b/i;

/** By the same words, or by the numbers and names in them: an API's description is English, a limit of the editor's language. */
function isSaid(limit: string, description: string): boolean {
  const said = description.toLowerCase();
  if (said.includes(limit.toLowerCase())) return true;
  const name = sameEverywhere.exec(limit)?.[0].toLowerCase();
  const numbers = limit.match(/\d+/g) ?? [];
  if (name === undefined && numbers.length === 0) return false;
  const saidNumbers = new Set(said.match(/\d+/g));
  return (name === undefined || said.includes(name)) && numbers.every((number) => saidNumbers.has(number));
}
