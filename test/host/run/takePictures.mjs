import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureEditor } from '../editor/packages.mjs';
import { endEverything, temporaryFolder } from '../lifetime.mjs';
import { buildForPictures, runBundle } from './tiers.mjs';

const stopTimeout = 180_000;
const systemFonts = '/etc/fonts/fonts.conf';

/** @returns {Promise<number>} The exit code. */
export async function takePictures() {
  await ensureEditor();
  preferFonts('Inter', 'Noto Sans', 'Open Sans', 'Liberation Sans');
  const build = await buildForPictures();
  const counts = build.failed > 0 ? build : await runBundle('pictures', 'pictures.mjs', stopTimeout, undefined);
  await endEverything();
  for (const { title, stack } of counts.failures) console.error(`\n✗ ${title}\n${stack}`);
  return counts.failed === 0 ? 0 : 1;
}

/** The first of them that is installed stands for the font of the system, which differs much between machines. @param {...string} families */
function preferFonts(...families) {
  if (!existsSync(systemFonts)) return;
  const names = families.map((family) => `<string>${family}</string>`).join('');
  const rules = ['system-ui', 'sans-serif'].map(
    (generic) =>
      `<match><test name="family"><string>${generic}</string></test>` +
      `<edit name="family" mode="prepend" binding="strong">${names}</edit></match>`,
  );
  const file = join(temporaryFolder('fonts'), 'fonts.conf');
  writeFileSync(file, `<fontconfig><include>${systemFonts}</include>${rules.join('')}</fontconfig>`);
  process.env['FONTCONFIG_FILE'] = file;
}
