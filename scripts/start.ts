import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CODEBASE, SITE } from '../sandbox/manage/api';
import { startSandbox } from '../sandbox/server';
import { createWorld } from '../sandbox/world';
import { launch } from './browser';
import { connect } from './connect';
import { runBills } from './run-bills';
import { runHeadless } from './run-headless';
import { DEMO_SYSTEMS, isDemoSystem, type DemoSystemId } from './systems';

const USAGE = `Builds the extension and shows it at work on a sandbox of every system it talks to.

  npm start                 opens a browser on Invoice Search, connected and ready to press Run Sync
  npm start -- --headless   presses it, prints what Manage held before and holds after, and exits
                            (chosen by itself where there is no display)

  --system poweroffice-go (the default), business-central or dynamics-nav: whose books to read
  --bills                   switches vendor bills on as well, which purchase orders show
`;

const { values, system } = readArguments();
const hasDisplay =
  process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;
const headless = values.headless === true || !hasDisplay;

execFileSync('npx', ['wxt', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
const now = Date.now();
const world = createWorld(now);
const sandbox = await startSandbox(world);
const browser = await launch({ sandbox, headless, grant: DEMO_SYSTEMS[system].hosts });
try {
  await connect(browser.context, {
    system,
    bills: values.bills === true,
    onPrompt: () =>
      console.log('Please press Allow in the browser, so that the extension may read the books.'),
  });
  const [page = await browser.context.newPage()] = browser.context.pages();
  await page.goto(`https://${SITE}/${CODEBASE}ConnectWise.aspx`);
  if (headless) {
    if (values.bills === true)
      await page.getByLabel('What to sync').selectOption({ label: 'Customer invoices' });
    const isRight =
      (await runHeadless(page, world, now, system)) &&
      (values.bills !== true || (await runBills(page, world, now, system)));
    process.exitCode = isRight ? 0 : 1;
  } else {
    console.log('Ready: press Run Sync in the panel at the lower right. Close the browser to end.');
    await browser.context.waitForEvent('close', { timeout: 0 });
  }
} finally {
  await browser.close();
  await sandbox.close();
}

/** What was asked for on the command line; anything else prints the usage and ends. */
function readArguments(): {
  values: { headless?: boolean | undefined; bills?: boolean | undefined };
  system: DemoSystemId;
} {
  try {
    const { values } = parseArgs({
      options: {
        headless: { type: 'boolean' },
        bills: { type: 'boolean' },
        system: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const system = values.system ?? 'poweroffice-go';
    if (values.help !== true && isDemoSystem(system)) return { values, system };
    console.log(USAGE);
    process.exit(values.help === true ? 0 : 2);
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}
