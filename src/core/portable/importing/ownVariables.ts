import { ownSpelling } from '../../forms/pasted/foreignVariables';

/** Variables of other tools as those of a connection: `{{$guid}}`, `{{ first name }}`, `{{process.env.KEY}}`. */
export function ownVariables(text: string): string {
  return text.replace(/\{\{[^{}]{1,200}\}\}/g, (variable) => ownSpelling(variable));
}

/** What a shell would put in: `$NAME`, `${NAME}` and `$env:NAME`. */
export function shellVariable(name: string): string {
  return `{{${name}}}`;
}
