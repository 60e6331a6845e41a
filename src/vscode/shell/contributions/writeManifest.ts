import { readFileSync, writeFileSync } from 'node:fs';
import { contributions } from './contributions';

/* `npm run manifest`: puts into package.json what the tables of the shell say, and leaves the rest as it is. */

const path = 'package.json';
const manifest = JSON.parse(readFileSync(path, 'utf8')) as { readonly contributes: object };
const contributes = { ...manifest.contributes, ...contributions() };
writeFileSync(path, `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n`);
