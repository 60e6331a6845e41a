import { readFileSync } from 'node:fs';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse } from 'yaml';
import * as z from 'zod';

/* The commands of the files for CI and teams, as their tools read them. */

const words = z.tuple([z.string()], z.string());

export function imageCommands() {
  const text = read('.github/emulator/Dockerfile').replace(/\\\n\s*/g, '');
  const found = (pattern: RegExp) => words.parse(JSON.parse(pattern.exec(text)?.[1] ?? ''));
  return {
    entrypoint: found(/^ENTRYPOINT (\[.*\])$/m),
    healthcheck: found(/^HEALTHCHECK .*?\bCMD (\[.*\])$/m),
    port: z.coerce.number().parse(/^EXPOSE (\d+)$/m.exec(text)?.[1]),
  };
}

const service = z.object({
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()).default({}),
});

export function composeServices() {
  const { services } = z
    .object({ services: z.record(z.string(), service) })
    .parse(parse(read('.github/emulator/compose.yml')));
  return services;
}

const action = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({
    steps: z.array(
      z.object({ id: z.string(), shell: z.literal('bash'), env: z.record(z.string(), z.string()), run: z.string() }),
    ),
  }),
});

/** The steps of the action with what it is given, which GitHub puts into their environment. */
export function actionSteps(given: Readonly<Record<string, string>>) {
  const { inputs, outputs, runs } = action.parse(parse(read('.github/actions/esign-emulator/action.yml')));
  const inputOf = (name: string) => given[name] ?? z.string().parse(inputs[name]?.default);
  const steps = runs.steps.map(({ env, ...step }) => ({
    ...step,
    env: Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => inputOf(input)),
      ]),
    ),
  }));
  return { steps, outputs: Object.keys(outputs) };
}

export function devcontainer() {
  const schema = z.object({ postStartCommand: z.string(), forwardPorts: z.tuple([z.number()]) });
  return schema.parse(parseJsonc(read('.devcontainer/emulator/devcontainer.json')));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
