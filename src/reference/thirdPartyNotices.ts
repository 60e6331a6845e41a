import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** A package of others whose code is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  readonly text: string;
}

/** What esbuild says of a bundle; its inputs by path. */
export interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The packages that went into bundles, by name and version. Throws for one that may not be shipped. */
export function bundledPackages(metafiles: readonly Metafile[]): readonly BundledPackage[] {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap(packageFolder));
  const packages = new Map([...folders].map(readPackage).map((one) => [`${one.name} ${one.version}`, one]));
  return [...packages.keys()].sort().flatMap((key) => packages.get(key) ?? []);
}

export function noticesText(packages: readonly BundledPackage[]): string {
  const notices = packages.map(({ name, version, licence, text }) => `${name} ${version}\n${licence}\n\n${text}\n`);
  return [opening, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

const opening = `THIRD-PARTY NOTICES

E-Sign Workbench contains code of the packages below, under the licences that follow each.
`;

/** The folder of the innermost package that a file belongs to. */
function packageFolder(path: string): readonly string[] {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
  return folder === undefined ? [] : [folder];
}

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});

/** Licences that ask no more than to be passed on with the code. */
const shippable = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Zlib']);

function readPackage(folder: string): BundledPackage {
  const { name, version, license, author } = manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  if (!shippable.has(license)) throw new Error(`${name} is bundled, and its licence ${license} may not be shipped.`);
  const text = licenceFile(folder) ?? licenceOfReadme(folder) ?? standardText(license, author);
  if (text === undefined) throw new Error(`${name} is bundled, and no text of its licence ${license} is known.`);
  return { name, version, licence: license, text: text.replaceAll('\r\n', '\n').trim() };
}

function licenceFile(folder: string): string | undefined {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file));
  return files.length === 0 ? undefined : files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n\n');
}

/** A section that is called after the licence and holds its text. */
function licenceOfReadme(folder: string): string | undefined {
  const file = join(folder, 'README.md');
  if (!existsSync(file)) return undefined;
  const section = /^(?:#+ )?Licen[cs]e\n(?:-+\n)?([^#]*)$/im.exec(readFileSync(file, 'utf8'))?.[1];
  if (section === undefined || !/Permission is hereby granted/.test(section)) return undefined;
  return section.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** For packages that name the licence and leave its text out. */
function standardText(licence: string, author: z.infer<typeof manifest>['author']): string | undefined {
  const holder = typeof author === 'object' ? author.name : author;
  return licence !== 'MIT' || holder === undefined ? undefined : `Copyright (c) ${holder}\n\n${mit}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
