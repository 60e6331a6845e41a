import { readFileSync, writeFileSync } from 'node:fs';
import { activationEvents } from './activationEvents';
import { contributions } from './contributions';
import { withKeys } from './shownMembers';

/*
 * `npm run manifest`: puts into package.json what the tables of the shell say, and leaves the rest as it is. What people
 * read of it is said in the language of the editor; package.nls.json holds it in English.
 */

const path = 'package.json';
const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
  readonly capabilities: object;
  readonly contributes: object;
};
const texts: string[] = [];
const keyed = (value: object) => withKeys(value, (text) => texts.push(text));
const capabilities = keyed(manifest.capabilities);
const contributes = keyed({ ...manifest.contributes, ...contributions() });
write(path, { ...manifest, activationEvents: activationEvents(), capabilities, contributes });
write('package.nls.json', Object.fromEntries(texts.map((text) => [text, text])));

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
