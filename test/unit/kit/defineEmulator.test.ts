import assert from 'node:assert/strict';
import * as z from 'zod';
import { defineOperation } from '../../../src/core/operation';
import { defineEmulator, type HandlersOf } from '../../../src/kit/defineEmulator';
import { getPaper } from '../fixtures/toyProvider';

const about = { title: 'T', summary: 'S.', docs: 'https://example.com', examples: [] } as const;

const addPaper = defineOperation({
  ...about,
  id: 'toy/add-paper',
  method: 'POST',
  path: '/papers',
  request: { body: z.object({ title: z.string() }) },
  replies: { 201: z.object({ id: z.string() }) },
  loadFacts: async (): Promise<{ readonly isFull: boolean }> => ({ isFull: false }),
});

const operations = { getPaper, addPaper };

const rest = {
  credentials: {},
  authenticate: () => ({ account: 'ann' }),
  reject: () => ({ status: 400, failures: [] }),
  rejectInvalid: () => ({ status: 422, failures: [] }),
  unknownRoute: () => ({ status: 404, failures: [] }),
};

const createState = () => new Map<string, string>();
type State = ReturnType<typeof createState>;
const define = defineEmulator(operations, createState);

describe('An emulator', () => {
  it('infers state and values of its handlers, and keys them by the ids of the operations', () => {
    const { handlers, facts } = define({
      ...rest,
      handlers: {
        getPaper: ({ state, values }) =>
          state.has(values.path.paper) ? { status: 200, body: { id: values.path.paper } } : { failure: 'lost' },
        addPaper: ({ state, values }) => {
          state.set('1', values.body.title);
          return { status: 201, body: { id: '1' } };
        },
      },
      facts: { addPaper: ({ state }) => ({ isFull: state.size > 9 }) },
    });
    assert.deepEqual(Object.keys(handlers), ['toy/get-paper', 'toy/add-paper']);
    assert.deepEqual(Object.keys(facts ?? {}), ['toy/add-paper']);
  });

  it('does not compile when a handler is missing, misspelled or answers what is not documented', () => {
    const getHandler: Pick<HandlersOf<typeof operations, State>, 'getPaper'> = {
      getPaper: () => ({ failure: 'lost' }),
    };
    const emulators = [
      define({
        ...rest,
        // @ts-expect-error Property 'addPaper' is missing
        handlers: { ...getHandler },
      }),
      define({
        ...rest,
        handlers: {
          ...getHandler,
          // @ts-expect-error 'addPapers' is none of the operations
          addPapers: () => ({ failure: 'lost' }),
          addPaper: () => ({ failure: 'lost' }),
        },
      }),
      define({
        ...rest,
        handlers: {
          ...getHandler,
          // @ts-expect-error the operation documents 201
          addPaper: () => ({ status: 200, body: { id: '1' } }),
        },
      }),
      define({
        ...rest,
        handlers: {
          ...getHandler,
          // @ts-expect-error the path has no such parameter
          getPaper: ({ values }) => ({ status: 200, body: { id: values.path.papers } }),
          addPaper: () => ({ failure: 'lost' }),
        },
      }),
      define({
        ...rest,
        handlers: { ...getHandler, addPaper: () => ({ failure: 'lost' }) },
        // @ts-expect-error facts of another kind than the rules know
        facts: { addPaper: () => ({ isEmpty: true }) },
      }),
    ];
    assert.equal(emulators.length, 5);
  });
});
