import { execFileSync } from 'node:child_process';
import { CODEBASE, SITE } from '../sandbox/manage/api';
import { startSandbox } from '../sandbox/server';
import { createWorld } from '../sandbox/world';
import { launch } from './browser';
import { connect } from './connect';
import { runHeadless } from './run-headless';

const USAGE = `Builds the extension and shows it at work on a sandbox of every system it talks to.

  npm start                 opens a browser on Invoice Search, connected and ready to press Run Sync
  npm start -- --headless   presses it, prints what Manage held before and holds after, and exits
                            (chosen by itself where there is no display)
`;

const asked = process.argv.slice(2);
const unknown = asked.find((argument) => argument !== '--headless');
if (unknown !== undefined) {
  console.log(USAGE);
  process.exit(unknown === '--help' ? 0 : 2);
}
const hasDisplay =
  process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;
const headless = asked.includes('--headless') || !hasDisplay;

execFileSync('npx', ['wxt', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
const now = Date.now();
const world = createWorld(now);
const sandbox = await startSandbox(world);
const browser = await launch({ sandbox, headless, grant: ['https://goapi.poweroffice.net/*'] });
try {
  await connect(browser.context, {
    onPrompt: () =>
      console.log('Please press Allow in the browser, so that the extension may read the books.'),
  });
  const [page = await browser.context.newPage()] = browser.context.pages();
  await page.goto(`https://${SITE}/${CODEBASE}ConnectWise.aspx`);
  if (headless) {
    process.exitCode = (await runHeadless(page, world, now)) ? 0 : 1;
  } else {
    console.log('Ready: press Run Sync in the panel at the lower right. Close the browser to end.');
    await browser.context.waitForEvent('close', { timeout: 0 });
  }
} finally {
  await browser.close();
  await sandbox.close();
}
