import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { startSandbox } from '../sandbox/server';
import { createWorld, type World } from '../sandbox/world';
import { launch } from './browser';
import { connectThroughOptions } from './connect';

const INVOICE_SEARCH = 'https://na.myconnectwise.net/v2025_1/ConnectWise.aspx#InvoiceSearch';
const headless = process.argv.includes('--headless');

execFileSync('npx', ['wxt', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
const world = createWorld(Date.now());
const sandbox = await startSandbox(world);
const browser = await launch({ sandbox, headless, grant: ['https://goapi.poweroffice.net/*'] });
await connectThroughOptions(browser.context);
const [page = await browser.context.newPage()] = browser.context.pages();
await page.goto(INVOICE_SEARCH);

if (headless) {
  const before = held(world);
  const panel = page.getByRole('region', { name: 'Payment sync' });
  await panel.getByRole('button', { name: 'Run Sync' }).click();
  await panel.getByText('finished').waitFor();
  console.table(held(world).map((after, at) => ({ ...after, before: before[at]?.paid })));
  const badge = page.getByRole('img', { name: /Invoice 12345: Paid Amount 1250.00 Date Paid/ });
  await badge.waitFor();
  console.log(await badge.getAttribute('aria-label'));
  mkdirSync('.artifacts', { recursive: true });
  await page.screenshot({ path: '.artifacts/invoice-search.png' });
  const [payment] = world.manage.invoices[0]?.payments ?? [];
  const right =
    payment?.amount === 1250 &&
    payment.paymentDate.slice(0, 10) === world.powerOffice.entries[1]?.PostingDate &&
    world.manage.invoices[0]?.payments.length === 1;
  await browser.close();
  await sandbox.close();
  console.log(right ? 'Manage holds what the books say.' : 'Manage does not hold what the books say.');
  process.exitCode = right ? 0 : 1;
}

function held(of: World): { invoice: string; total: number; paid: number; date: string }[] {
  return of.manage.invoices.map(({ invoiceNumber, total, payments }) => ({
    invoice: invoiceNumber,
    total,
    paid: payments.reduce((sum, { amount }) => sum + amount, 0),
    date: payments.at(-1)?.paymentDate.slice(0, 10) ?? '',
  }));
}
