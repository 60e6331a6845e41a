import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { agentTools } from '../../src/agents/agentTools';

/* The open form of skills: https://agentskills.io/specification */

describe('The skills', () => {
  const names = readdirSync('media/skills');
  const texts = names.map((name) => ({ name, text: readFileSync(`media/skills/${name}/SKILL.md`, 'utf8') }));

  it('have a head that says their name and when to use them', () => {
    assert.ok(texts.length > 0);
    for (const { name, text } of texts) {
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      const { name: own, description } = parse(head) as Readonly<Record<string, unknown>>;
      assert.equal(own, name);
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(name.length <= 64 && typeof description === 'string', name);
      assert.ok(description.length <= 1024 && /Use it/.test(description), name);
      assert.ok(body.split('\n').length < 500, name);
    }
  });

  it('name tools that there are', () => {
    const known = new Set(agentTools.map((tool) => tool.name));
    const named = texts.flatMap(({ text }) => [...text.matchAll(/`([a-z]+_[a-z]+(?:_[a-z]+)*)`/g)]);
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.map(([, name = '']) => name).filter((name) => !known.has(name)),
      [],
    );
  });
});
