import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse } from 'yaml';
import { emulatorCommand } from '../../src/cli/commands/emulatorCommand';
import { parseArguments } from '../../src/cli/parseArguments';

/* What teams and CI copy: files of other tools, which must name what is there. */

const dockerfile = '.github/emulator/Dockerfile';
const composeFile = '.github/emulator/compose.yml';
const action = '.github/actions/esign-emulator/action.yml';
const guide = 'media/guides/teams.md';

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly build?: { readonly context: string; readonly dockerfile: string };
        readonly command?: readonly string[];
        readonly depends_on?: Readonly<Record<string, object>>;
      }
    >
  >;
}

describe('Files for CI and teams', () => {
  it('start the emulator with options that it has', () => {
    const [, entry = '[]'] = /^ENTRYPOINT (\[.*\])$/m.exec(read(dockerfile)) ?? [];
    const words: readonly string[] = JSON.parse(entry);
    assert.deepEqual(words.slice(0, 2), ['esign', 'emulator']);
    const { services } = compose();
    const all = [words.slice(2), services['emulator']?.command ?? [], ...commandsIn(action), ...commandsIn(guide)];
    assert.ok(all.length >= 5);
    for (const args of all) assert.doesNotThrow(() => parseArguments(emulatorCommand, args), args.join(' '));
  });

  it('name files, ports and services that are there', () => {
    const { services } = compose();
    const build = services['emulator']?.build;
    const context = path.join(path.dirname(composeFile), build?.context ?? '');
    assert.ok(existsSync(path.join(context, build?.dockerfile ?? '')));
    for (const { depends_on: others = {} } of Object.values(services))
      for (const name of Object.keys(others)) assert.ok(name in services, name);
    const answered = read(dockerfile).match(/"--allow-host", "([^"]+)"/g) ?? [];
    assert.ok(
      answered.some((words) => words.includes('"emulator"')),
      'the service is asked by its name',
    );
    const links = [...read(guide).matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
    assert.ok(links.length >= 4);
    for (const link of links) assert.ok(existsSync(path.join(path.dirname(guide), link)), link);
  });

  it('are what their tools read', () => {
    const { runs, outputs } = parse(read(action)) as {
      readonly runs: {
        readonly using: string;
        readonly steps: readonly { readonly id?: string; readonly run: string }[];
      };
      readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    };
    assert.equal(runs.using, 'composite');
    assert.match(outputs['base-url']?.value ?? '', new RegExp(`steps\\.${runs.steps[0]?.id}\\.`));
    // Inputs reach the shell as variables: pasted into its text they would be commands.
    assert.doesNotMatch(runs.steps.map(({ run }) => run).join('\n'), /\$\{\{/);
    const container = parseJsonc(read('.devcontainer/emulator/devcontainer.json')) as {
      forwardPorts: readonly number[];
    };
    assert.deepEqual(container.forwardPorts, [4010]);
    for (const [, block = ''] of read(guide).matchAll(/```yaml\n([\s\S]*?)```/g))
      assert.doesNotThrow(() => parse(block));
  });
});

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function compose(): Compose {
  return parse(read(composeFile)) as Compose;
}

/** The arguments of each line that runs the emulator, without what a shell does with them. */
function commandsIn(file: string): readonly (readonly string[])[] {
  const lines = [...read(file).matchAll(/^\s*(?:nohup )?(?:npx )?esign(?:-workbench)? emulator (.*)$/gm)];
  return lines.map(([, rest = '']) =>
    (rest.match(/'[^']*'|"[^"]*"|\S+/g) ?? [])
      .slice(0, untilRedirect(rest))
      .filter((word) => !word.startsWith('$'))
      .map((word) => word.replace(/^['"]|['"]$/g, '')),
  );
}

function untilRedirect(rest: string): number {
  const words = rest.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const end = words.findIndex((word) => /^[>&2]/.test(word) && !/^\d+$/.test(word));
  return end < 0 ? words.length : end;
}
