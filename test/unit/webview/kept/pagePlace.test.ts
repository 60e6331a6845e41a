import * as assert from 'node:assert/strict';
import { PagePlace, type Scrolled } from '../../../../webview/kept/pagePlace';

/** A page of some height, which a browser keeps within it. */
class FakePage implements Scrolled {
  top = 0;
  most: number;

  constructor(most: number) {
    this.most = most;
  }

  scrollTo(top: number): void {
    this.top = Math.max(0, Math.min(top, this.most));
  }

  become(most: number): void {
    this.most = most;
    this.scrollTo(this.top);
  }
}

describe('A page that stands where it was left', () => {
  it('reaches the place once it has grown as far as that', () => {
    const page = new FakePage(300);
    const standing = new PagePlace(page, 1000);
    assert.equal(page.top, 300);
    standing.look();
    page.become(700);
    standing.resized();
    page.become(5000);
    standing.resized();
    assert.deepEqual([page.top, standing.isOver], [1000, false]);
  });

  it('comes back to it when it was shorter for a while', () => {
    const page = new FakePage(1000);
    const standing = new PagePlace(page, 1000);
    page.become(400);
    standing.look();
    standing.resized();
    page.become(1000);
    standing.resized();
    assert.deepEqual([page.top, standing.isOver], [1000, false]);
  });

  it('stays where somebody scrolls it', () => {
    const page = new FakePage(300);
    const standing = new PagePlace(page, 1000);
    page.scrollTo(50);
    page.become(5000);
    standing.resized();
    assert.deepEqual([page.top, standing.isOver], [50, true]);
  });

  it('takes a part of a pixel for none', () => {
    const page = new FakePage(5000);
    const standing = new PagePlace(page, 1000);
    page.top = 1000.4;
    standing.look();
    assert.equal(standing.isOver, false);
  });
});
