import assert from 'node:assert/strict';
import { newsBetween } from '../../../../src/core/releases/releaseNews';

const changelog = `# Changelog

## Unreleased

### Added

- Nobody has this yet.

## [0.10.0] - 2027-02-01

### Changed

- Something.

### Added

- One thing,
  told on two lines.
- Another.

## 0.9.1

### Fixed

- A fault.

## 0.9.0

### Added

- The first.
`;

describe('What is new after an update', () => {
  const cases = [
    { seen: '0.9.0', current: '0.10.0', news: 2, why: 'numbers are compared, not letters' },
    { seen: '0.8.2', current: '0.10.0', news: 3, why: 'versions that were skipped count' },
    { seen: '0.9.0', current: '0.9.1', news: 0, why: 'what was only mended needs no word' },
    { seen: '0.10.0', current: '0.10.0', news: 0, why: 'nothing has changed' },
    { seen: '0.10.0', current: '0.9.0', news: 0, why: 'somebody went back' },
    { seen: '0.9.1', current: '0.11.0', news: 2, why: 'what has no version yet is not out' },
    { seen: 'rubbish', current: '0.9.1', news: 0, why: 'what cannot be read is nothing' },
  ];
  for (const { why, news, ...versions } of cases) {
    it(`${versions.seen} to ${versions.current}: ${why}`, () => assert.equal(newsBetween(changelog, versions), news));
  }
});
