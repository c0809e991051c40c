import { expect, it } from 'vitest';
import { checkText } from '@/components/options/check-text';
import { reason } from '@/utils/payments/reason';

it('a check as text tells verdict, evidence and remedy of every probe', () => {
  const text = checkText(
    [
      {
        of: 'manage',
        results: [
          { probe: 'manageReachable', verdict: 'ok', evidence: 'na.myconnectwise.net' },
          {
            probe: 'manageReport',
            verdict: 'warning',
            evidence: '',
            reason: reason('manageReportUnavailable'),
          },
        ],
      },
    ],
    () => 'ConnectWise Manage',
    { version: '1.2.3', when: Date.UTC(2026, 10, 22, 12) },
  );
  expect(text.split('\n')).toEqual([
    'Payment Sync for ConnectWise Manage 1.2.3, 2026-11-22T12:00:00.000Z',
    '',
    'ConnectWise Manage',
    '  OK: Manage can be reached (na.myconnectwise.net)',
    '  Attention: The Invoices report can be read',
    expect.stringMatching(/^ {4}Manage does not offer its Invoices report/),
    '',
  ]);
});
