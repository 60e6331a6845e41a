import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ProviderRegistry } from '../../src/core/registry';
import type { LinkedScenario } from '../../src/core/scenarios/linking/linkedScenario';
import { journeyDiagram } from '../../src/core/scenarios/picture/journeyDiagram';
import { JourneyPicture } from '../../src/core/scenarios/picture/journeyPicture';
import { journeyText, statusWord } from '../../src/core/scenarios/picture/journeyText';
import { planRun } from '../../src/core/scenarios/running/plan';
import { loadScenario } from '../../src/headless/scenarios/loadScenario';
import { openStage } from '../../src/headless/scenarios/openStage';
import { runGroup } from '../../src/headless/scenarios/runGroup';
import { scenarioPorts } from '../../src/headless/scenarios/scenarioStage';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);

const files = registry.ids.flatMap((id) => {
  const folder = path.join('src', 'providers', id, 'scenarios');
  return existsSync(folder) ? readdirSync(folder).map((file) => ({ folder, file })) : [];
});

describe('The picture of a bundled scenario', () => {
  for (const { folder, file } of files) {
    it(`${folder}/${file} shows who takes part before it runs, and what each did after`, async () => {
      const workplace = { registry, env: {}, cwd: folder };
      const { scenario } = await loadScenario(workplace, file);
      assert.ok(scenario);
      for (const { picture, secrets } of await drawn(workplace, file, scenario)) assertRun(picture, secrets);
    });
  }
});

/** The pictures of all workflows of a file, run on the emulator. */
async function drawn(workplace: Parameters<typeof openStage>[0], file: string, scenario: LinkedScenario) {
  const pictures: { readonly picture: JourneyPicture; readonly secrets: readonly string[] }[] = [];
  for (const group of planRun(scenario, undefined)) {
    const opened = await openStage(workplace, group, { emulator: true });
    assert.ok('stage' in opened);
    const open = group.map((workflow) => new JourneyPicture(file, scenario, workflow));
    for (const picture of open) assertPlanned(picture, scenario);
    const ports = scenarioPorts(workplace, file, opened.stage, true);
    await runGroup({
      file,
      scenario,
      group,
      signal: new AbortController().signal,
      start: () => ({ kind: 'inputs', inputs: {} }),
      ports: () => ({
        ...ports,
        watch: {
          beforeStep: async (moment) => {
            open[0]?.stepStarted(moment, moment.attempt, ports.now());
            return undefined;
          },
          afterStep: (place, result) => open[0]?.stepEnded(place, result, []),
        },
      }),
      onResult: ({ result }) => {
        const picture = open.shift();
        picture?.ended(result, []);
        if (picture !== undefined) pictures.push({ picture, secrets: result.secrets.map(({ value }) => value) });
      },
    });
    await opened.emulators?.stop();
  }
  return pictures;
}

/** A plan has a row for each step, a lane for the API, and one for whoever acts on a page. */
function assertPlanned(picture: JourneyPicture, { workflows, source }: LinkedScenario): void {
  const journey = picture.journey();
  const workflow = workflows.find(({ workflowId }) => workflowId === journey.workflowId);
  assert.deepEqual(
    journey.steps.filter(({ depth }) => depth === 0).map(({ stepId }) => stepId),
    workflow?.steps.map(({ stepId }) => stepId),
  );
  assert.equal(journey.outcome, 'planned');
  const kinds = journey.lanes.map(({ kind }) => kind);
  assert.equal(kinds[0], 'api');
  assert.equal(kinds.includes('person'), /\baction:/.test(source.text), journeyText(journey));
  assert.match(journeyText(journey), new RegExp(`^${statusWord('planned')}$`, 'm'));
}

/** Everybody has an address by then, and each step somebody who takes part; no secret is in it. */
function assertRun(picture: JourneyPicture, secrets: readonly string[]): void {
  const journey = picture.journey();
  const text = journeyText(journey);
  assert.equal(journey.outcome, 'passed', text);
  assert.deepEqual([...new Set(journey.steps.map(({ status }) => status))], ['passed'], text);
  const people = journey.lanes.filter(({ kind }) => kind === 'person');
  assert.ok(
    people.every(({ title, detail }) => `${title} ${detail}`.includes('@')),
    text,
  );
  for (const { stepId, acts } of journey.steps) assert.ok(acts.length > 0, stepId);
  for (const shown of [JSON.stringify(journey), text, journeyDiagram(journey)]) {
    assert.deepEqual(
      secrets.filter((secret) => secret.length >= 12 && shown.includes(secret)),
      [],
    );
    for (const { stepId } of journey.steps) assert.ok(shown.includes(stepId), stepId);
  }
}
