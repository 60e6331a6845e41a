import assert from 'node:assert/strict';
import { optionLabel } from '../../src/core/forms/shapes/label';
import { meaningOf } from '../../src/core/forms/shapes/optionMeaning';
import type { Shape } from '../../src/core/forms/shapes/shape';
import { shapeOf } from '../../src/core/forms/shapes/shapeOf';
import type { Provider } from '../../src/core/provider';
import { languageName } from '../../src/protocol/words/languageName';
import { providers } from '../../src/providers';

/** Values that say what they mean, and why. Whatever is not among them has words of its own. */
const selfExplaining: Readonly<Record<string, readonly string[]>> = {
  'a no in words': ['no'],
  'methods of HTTP, which whoever gives an address to be called knows': ['GET', 'POST', 'PUT', 'PATCH'],
  'fonts have names and nothing else': [
    'Inconsolata',
    'Open Sans',
    'Lato',
    'Raleway',
    'Merriweather',
    'EB Garamond',
    'Comic Neue',
    'Monaco',
  ],
};

describe('Choices', () => {
  for (const { id, load } of providers) {
    it(`each have a meaning, in all that requests of ${id} may hold`, async () => {
      const bare = choicesOf(await load()).filter(({ value, words }) => !words && !explainsItself(value));
      assert.deepEqual([...new Set(bare.map(({ place, value }) => `${place} ${value}`))], []);
    });
  }

  it('that explain themselves are there', async () => {
    const all = (await Promise.all(providers.map(({ load }) => load()))).flatMap(choicesOf);
    const bare = new Set(all.filter(({ words }) => !words).map(({ value }) => value));
    const listed = Object.values(selfExplaining).flat();
    assert.deepEqual(
      listed.filter((value) => !bare.has(value)),
      [],
    );
  });
});

interface PlacedChoice {
  readonly place: string;
  readonly value: string;
  /** Whether anything is said of it but its own letters. */
  readonly words: boolean;
}

/** Constants are no choice: the title of what they are in says what they mean. */
function choicesOf(provider: Provider): readonly PlacedChoice[] {
  return shapesOf(provider).flatMap(({ place, shape }) => {
    if (shape.kind === 'enum' && shape.options.length > 1) {
      return shape.options.map((option) => ({
        place,
        value: String(option.value),
        words:
          option.description !== undefined || letters(optionLabel(shape, option)) !== letters(String(option.value)),
      }));
    }
    if (shape.kind !== 'text') return [];
    return valuesOf(shape).map((value) => ({
      place,
      value,
      words: meaningOf(shape.meta, value) !== undefined || isLanguage(shape, value),
    }));
  });
}

function valuesOf(shape: Shape): readonly string[] {
  if (shape.kind === 'enum') return shape.options.map(({ value }) => String(value));
  return shape.kind === 'text' ? [...shape.suggestions, ...(shape.meta.listed ?? [])] : [];
}

function isLanguage({ meta }: Shape, value: string): boolean {
  return meta.writtenAs === 'language' && languageName(value) !== '';
}

function explainsItself(value: string): boolean {
  return Object.values(selfExplaining).some((values) => values.includes(value));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

interface PlacedShape {
  readonly place: string;
  readonly shape: Shape;
}

function shapesOf({ operations }: Provider): readonly PlacedShape[] {
  return operations.flatMap(({ id, request }) =>
    (['path', 'query', 'body'] as const).flatMap((section) => {
      const schema = request[section];
      return schema === undefined ? [] : within(shapeOf(schema), `${id} /${section}`);
    }),
  );
}

function within(shape: Shape, place: string): readonly PlacedShape[] {
  const own = { place, shape };
  switch (shape.kind) {
    case 'object':
      return [
        own,
        ...[...shape.properties].flatMap(([key, property]) => within(property, `${place}/${key}`)),
        ...(shape.others ? within(shape.others, `${place}/*`) : []),
      ];
    case 'list':
      return [own, ...within(shape.item, `${place}/*`)];
    case 'union':
      return [own, ...shape.options.flatMap((option) => within(option.shape, place))];
    default:
      return [own];
  }
}
