import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { bundledPackages, type Metafile, noticesText } from './thirdPartyNotices';

/** A step of the build: the licences of what the bundles contain, from what esbuild says went into them. */
const [, , target, ...metafiles] = process.argv;
if (target === undefined || metafiles.length === 0) throw new Error('Name the file to write, and the bundles.');
const bundles = metafiles.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Metafile);
writeFileSync(target, noticesText(bundledPackages(bundles)));
