import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const text = z.string().min(1);

/** An entry of the context menu of a tree item, both by their labels. */
const menuEntry = z.strictObject({ item: z.array(text), menu: text });

/** What can be seen of a reply: its status, and texts in its body. */
const reply = z.strictObject({ status: z.int(), shows: z.array(text) });

const values = z.record(z.string(), z.string());

/** A form that opens by itself, and what is typed into it. */
const form = z.strictObject({ operation: text, values });

/** Where a signing page comes from; a reply's links are named by their recipients. */
const signingPage = z.union([z.strictObject({ link: text, from: menuEntry.optional() }), menuEntry]);

/** What the door is tried with: the request sent in spite of its invalid value, and edited again after its success. */
const door = z.strictObject({
  /** The API's own answer to the invalid value. */
  refusal: z.strictObject({ status: z.int(), failure: text }),
  /** An edit after which the form foresees how a second sending would fail. */
  again: z.strictObject({ pointer: text, value: z.string(), failure: text }),
});

/*
 * What a person does with a provider, from its tree to a signature: src/providers/<id>/fixtures/journey.json. Values are typed
 * as text into the fields of the form, named by JSON pointers. Tree items are named by the labels below the document.
 */
const journey = z.strictObject({
  /** Labels below the emulator's connection. */
  document: z.array(text).min(2),
  opens: menuEntry.extend({ operation: text }),
  /** Fields that the form does not show by itself. */
  adds: z.array(text).default([]),
  values,
  /** A value that is refused at its field before the right one is typed. */
  invalid: z.strictObject({ pointer: text, value: z.string(), message: text }),
  /** A value that the API refuses; the failure is explained beside its reply. */
  failing: z.strictObject({ pointer: text, value: z.string(), status: z.int(), failure: text }),
  reply,
  /** Next steps that the reply offers, one after another. Those that open no form are sent at once. */
  steps: z.array(z.strictObject({ title: text, subject: text, opens: form.optional(), reply })),
  /** The pages on which people sign or approve, one after another. */
  sign: z.array(signingPage).min(1),
  /** What the tree shows in the end. */
  after: z.array(z.strictObject({ item: z.array(text), description: text })).min(1),
  replayed: z.strictObject({ status: z.int() }),
  door: door.optional(),
});

export type Journey = z.output<typeof journey>;

export function readJourney(provider: string): Journey | undefined {
  const file = join('src', 'providers', provider, 'fixtures', 'journey.json');
  return existsSync(file) ? journey.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
