import assert from 'node:assert/strict';
import { Senders } from '../../../../webview/form/state/senders';

describe('A form that is asked to send before it is drawn', () => {
  it('sends once it is, and once only', () => {
    const senders = new Senders();
    senders.submit(true);
    const sent: boolean[] = [];
    const forget = senders.add((anyway) => sent.push(anyway));
    assert.deepEqual(sent, [true]);
    forget();
    senders.add((anyway) => sent.push(anyway));
    assert.deepEqual(sent, [true]);
    senders.submit(false);
    assert.deepEqual(sent, [true, false]);
  });
});
