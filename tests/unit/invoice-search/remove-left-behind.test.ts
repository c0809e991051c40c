// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createPanelHost } from '@/components/panel-host';
import { removeLeftBehind } from '@/entrypoints/invoice-search.content/remove-left-behind';

test('What a former copy of the script left on the page goes, and nothing of the page does', () => {
  document.body.innerHTML =
    '<table><tr><td>12345<payment-sync-badge></payment-sync-badge></td></tr></table><payment-chart></payment-chart>';
  createPanelHost(document, () => () => undefined).show();
  removeLeftBehind(document);
  expect(document.body.innerHTML).toBe(
    '<table><tbody><tr><td>12345</td></tr></tbody></table><payment-chart></payment-chart>',
  );
});
