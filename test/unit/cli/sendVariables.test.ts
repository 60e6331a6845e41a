import assert from 'node:assert/strict';
import { client, createNote, useWorkplace } from './workplace';

describe('esign send: variables', () => {
  const workplace = useWorkplace();
  const send = async (text: string, ...more: readonly string[]) => {
    const { write, run, baseUrl } = workplace();
    const file = write('note.esign.json', { ...createNote, body: { text, copies: '{{copies}}' } });
    const { out, err } = await run(['send', file, '--base-url', baseUrl, '--json', ...more], client);
    const { request } = JSON.parse(out);
    return { body: request?.body, err, problem: JSON.parse(out).problem };
  };

  it('are those of the command, then of the folder, then of the env file; in the place of a number they stay one', async () => {
    workplace().write('esign.env.json', { copies: 2, who: 'f', custom: { where: 'h' } });
    workplace().write('.env', 'who=e\nwhen=t\n');
    const { body } = await send('{{who}} {{where}} {{when}} {{given}}', '--var', 'given=g', '--connection', 'custom');
    assert.deepEqual(body, { text: 'f h t g', copies: 2 });
    assert.deepEqual((await send('{{who}}', '--var', 'who=c')).body, { text: 'c', copies: 2 });
  });

  it('are made when it is sent, and what was sent is told', async () => {
    const { body } = await send('on {{$date +1d}}', '--var', 'copies=1');
    assert.match(body.text, /^on \d{4}-\d\d-\d\d$/);
  });

  it('are no secrets: these are left out, and said', async () => {
    workplace().write('esign.env.json', { copies: 1, apiKey: 'sesame' });
    const { problem, err } = await send('{{apiKey}}');
    assert.equal(problem?.kind, 'unknownVariable');
    assert.match(err, /^esign\.env\.json: "apiKey" looks like a secret/);
  });
});
