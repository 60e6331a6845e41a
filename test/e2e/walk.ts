import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/*
 * The way of one document through a provider, from its upload to the file that comes down: src/providers/<id>/walks/*.json.
 * Fields are named by JSON pointers, tree items by their labels below the provider.
 */

const text = z.string().min(1);

const reply = z.strictObject({ status: z.int(), shows: z.array(text) });

const stop = z.union([
  /** What is typed into the form that is open, before it is sent. */
  z.strictObject({ fill: z.record(z.string(), z.string()), reply }),
  /** A next step of the reply. It opens the form of an operation, or is sent at once. */
  z.strictObject({ step: text, subject: text, opens: text }),
  z.strictObject({ step: text, subject: text, reply }),
  /** An entry of the context menu of a tree item, and of the list behind it; it is sent at once. */
  z.strictObject({ menu: text, choose: text, item: z.array(text), reply }),
  /** Who finishes on their signing page, which a mail leads to or a link in the reply. */
  z.strictObject({ sign: text, by: z.enum(['mail', 'reply']) }),
  z.strictObject({ item: z.array(text), is: text }),
  /** The body of the reply is saved under the name it is offered: it begins with a file of the workspace and goes on with a text. */
  z.strictObject({ save: text, beginsWith: text, goesOnWith: text }),
]);

const walk = z.strictObject({
  name: text,
  /** The workspace: contents by path. */
  files: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.json())])),
  /** The request file that it begins with. */
  opens: text,
  stops: z.array(stop).min(1),
});

export type Walk = z.output<typeof walk>;
export type Stop = z.output<typeof stop>;

export function readWalks(provider: string): readonly Walk[] {
  const folder = join('src', 'providers', provider, 'walks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => walk.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

/** A stop in a few words, for the title of its test. */
export function titleOf(stop: Stop): string {
  if ('fill' in stop) return `the form is filled in and sent: ${stop.reply.status}`;
  if ('step' in stop) return `the reply goes on with "${stop.step}"`;
  if ('menu' in stop) return `"${stop.choose}" of ${stop.item.at(-1)}`;
  if ('sign' in stop) return `${stop.sign} signs`;
  if ('is' in stop) return `the tree says "${stop.is}"`;
  return 'what comes down is what went up, and says where it comes from';
}
