import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { ProviderRegistry } from '../../src/core/registry';
import { joinPointer } from '../../src/core/requests/pointer';
import { completionsAt } from '../../src/core/scenarios/editing/completion/completionsAt';
import { hoverAt } from '../../src/core/scenarios/editing/describing/hoverAt';
import { type ScenarioWorld, worldOf } from '../../src/core/scenarios/editing/names/world';
import { reach } from '../../src/core/scenarios/editing/reach';
import { ScenarioSketch, type Spot } from '../../src/core/scenarios/editing/text/sketch';
import type { LinkPorts } from '../../src/core/scenarios/linking/linkedScenario';
import type { Extent } from '../../src/core/scenarios/text/sourceText';
import { emulatorControl } from '../../src/emulator/controlProvider';
import { providers } from '../../src/providers';
import { runs } from '../unit/fixtures/runs';

const registry = new ProviderRegistry(providers);
const ports: LinkPorts = {
  providerIds: registry.ids,
  provider: (id) => registry.provider(id),
  all: () => registry.all(),
  control: emulatorControl,
  readDescription: async () => ({ kind: 'unreadable', detail: 'There is no such file.' }),
};

const files = registry.ids.flatMap((id) => {
  const folder = path.join('src', 'providers', id, 'scenarios');
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
});

interface Word {
  /** Where its last character ends. */
  readonly end: number;
  readonly word: string;
  /** What kind of place it is, for the message. */
  readonly what: string;
}

/** The words of a text that name something: fields, ids, expressions, and values that a schema lists. */
function wordsOf(text: string, sketch: ScenarioSketch): readonly Word[] {
  const spots = new Map<string, Spot>();
  for (let offset = 0; offset < text.length; offset += 1) {
    const spot = sketch.spotAt(offset);
    if (spot !== undefined) spots.set(JSON.stringify([spot.role, spot.path]), spot);
  }
  return [...spots.values()].flatMap((spot) => wordsAt(text, sketch, spot));
}

function wordsAt(text: string, sketch: ScenarioSketch, { role, path: place, extent }: Spot): readonly Word[] {
  const reached = reach(place);
  if (reached === undefined) return [];
  const written = text.slice(extent.start, extent.end);
  const quote = /^["']/.test(written) ? 1 : 0;
  const end = extent.end - quote;
  const word = written.slice(quote, written.length - quote);
  const { field, within } = reached;
  if (role === 'key') {
    const isField = (field === place.at(-1) || within.length > 0) && reached.place.kind !== 'inputs';
    return isField ? [{ end, word, what: 'field' }] : [];
  }
  const what = reached.place.kind === 'text' ? reached.place.means : reached.place.kind;
  if (what !== 'condition') return named.has(what) || word.startsWith('$') ? [{ end, word, what }] : [];
  const type = sketch.valueAt(joinPointer('', ...place.slice(0, -1), 'type'));
  return type === undefined || type === 'simple' ? expressionsOf(text, extent) : [];
}

const named = new Set([
  'version',
  'sourceUrl',
  'operationId',
  'workflowId',
  'stepId',
  'parameterName',
  'parameterPlace',
  'contentType',
  'expression',
]);

function expressionsOf(text: string, { start, end }: Extent): readonly Word[] {
  return [...text.slice(start, end).matchAll(/\$[^\s()=]+/g)].map(({ 0: word, index }) => ({
    end: start + index + word.length,
    word,
    what: 'expression of a condition',
  }));
}

describe('Completion in the scenarios of the providers', () => {
  const opened: { readonly file: string; readonly text: string; readonly world: ScenarioWorld }[] = [];
  before(async () => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      opened.push({ file, text, world: await worldOf(new ScenarioSketch(text).value, ports) });
    }
  });

  for (const [index, file] of files.entries()) {
    it(`${path.basename(path.dirname(path.dirname(file)))}/${path.basename(file)}: every word that stands there is offered there`, () => {
      const { text, world } = opened[index] ?? assert.fail();
      const words = wordsOf(text, new ScenarioSketch(text));
      assert.ok(words.length > 20, 'hardly any word was found');
      const missed = words.filter(({ end, word }, at) => {
        // Whole, or with nothing behind it, in turns. Components stand at the end.
        const seen = at % 2 === 0 || word.startsWith('$components') ? text : text.slice(0, end);
        return !completionsAt(seen, end, world)?.items.some(({ label }) => label === word);
      });
      assert.deepEqual(missed, []);
    });
  }

  it('never throws, wherever a text is cut and whatever is cut out of it', () => {
    const place = fc.record({
      file: fc.nat(files.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(60),
      isCut: fc.boolean(),
    });
    void fc.assert(
      fc.property(place, ({ file, at, length, isCut }) => {
        const { text, world } = opened[file] ?? assert.fail();
        const offset = Math.floor(at * text.length);
        const rest = isCut ? '' : text.slice(offset + length);
        const typed = text.slice(0, offset) + rest;
        completionsAt(typed, offset, world);
        hoverAt(typed, offset, world);
      }),
      { numRuns: runs(50, 1500) },
    );
  });
});
