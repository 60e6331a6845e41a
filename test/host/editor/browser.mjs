import { chromium } from 'playwright-core';
import { atEnd } from '../lifetime.mjs';
import { ensureEditor } from './packages.mjs';

const flags = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
];

/** A headless browser with a fresh profile, ended with us. */
export async function launchBrowser() {
  const { browser: executablePath } = await ensureEditor();
  // The sandbox of the browser does not work for root, which is who runs in many containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath,
    args: [...flags, ...sandbox],
    // Ours end everything in order; the library's would end the process before.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const forget = atEnd(() => browser.close());
  browser.once('disconnected', forget);
  return browser;
}
