import '@/utils/jitless';
import { i18n } from '#i18n';
import { drawPage } from '@/components/draw-page';
import type { CardPort } from '@/components/invoice-card/card-port';
import { InvoiceLookup, type LookUpPort } from '@/components/invoice-lookup/invoice-lookup';
import { PopupPage } from '@/components/popup/popup-page';
import type { PopupPort } from '@/components/popup/popup-port';
import { cardPort } from '@/entrypoints/page-views/card-port';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import '@/components/page.css';
import '@/components/on-page.css';
import '@/components/invoice-card/invoice-card.css';
import './style.css';

const port: PopupPort = {
  readOverview: () => sendMessage('overview', undefined),
  runAll: () => sendMessage('runAll', undefined),
  resume: (connectionId) => sendMessage('resumeRun', { connectionId }),
  retryFailed: (connectionId) => sendMessage('retryFailed', { connectionId }),
  signInToMicrosoft: (connectionId) => sendMessage('signInToMicrosoft', { connectionId }),
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  openManage: () => sendMessage('openManage', undefined),
  openOptions: () => sendMessage('openOptions', undefined),
  openSetup: () => sendMessage('openSetup', undefined),
  close: () => window.close(),
};

const invoices: CardPort = {
  ...cardPort,
  // News of runs goes to the pages of Manage.
  onRunChanged: () => () => undefined,
  askAgainMs: 1_000,
};

const orders: CardPort = {
  ...invoices,
  read: (number) => sendMessage('invoiceCard', { number, ledger: 'payable' }),
  check: (number) => sendMessage('checkInvoice', { number, ledger: 'payable' }),
};

const lookUpPort: LookUpPort = {
  ...invoices,
  orders,
  lookUp: (text) => sendMessage('lookUpInvoice', { text }),
};

drawPage(
  i18n.t('extension.name'),
  <PopupPage port={port}>{(hasBills) => <InvoiceLookup port={lookUpPort} hasBills={hasBills} />}</PopupPage>,
);
