import { describe, expect, it } from 'vitest';
import { health, type Standing } from '@/utils/payments/health';
import { reason, REASON_CODES, type ReasonCode } from '@/utils/payments/reason';
import { remedyOf, type Remedy } from '@/utils/payments/remedy';

const WELL: Standing = {
  id: 'books',
  name: 'Nord IT',
  missing: null,
  refused: null,
  run: { mode: 'sync', phase: 'finished', failure: null },
  parked: 0,
};

const standing = (change: Partial<Standing>): Standing => ({ ...WELL, ...change });
const failed = (code: ReasonCode): Partial<Standing> => ({
  run: { mode: 'sync', phase: 'failed', failure: reason(code) },
});
const judge = (...connections: readonly Standing[]) => health({ missing: null, connections });

describe('Nothing needs a person', () => {
  it.each<[string, Partial<Standing>]>([
    ['when the last run finished', {}],
    ['when there was no run yet', { run: null }],
    ['while a run is under way', { run: { mode: 'sync', phase: 'running', failure: null }, parked: 3 }],
    [
      'while a run waits for somebody who does not answer',
      { run: { mode: 'sync', phase: 'paused', failure: reason('network', { host: 'na' }) } },
    ],
    ['when a person stopped the run', { run: { mode: 'sync', phase: 'stopped', failure: null } }],
  ])('%s', (_, change) => {
    expect(judge(standing(change))).toBeNull();
  });

  it('where there is no connection and nothing said to be missing', () => {
    expect(judge()).toBeNull();
  });
});

describe('The one press that helps', () => {
  it.each<[ReasonCode, Remedy]>([
    ['manageNotConnected', 'set-up'],
    ['accountingNotConnected', 'set-up'],
    ['hostPermissionMissing', 'allow-access'],
    ['manageSignedOut', 'open-manage'],
    ['manageOtherCompany', 'open-manage'],
    ['manageKeysMissing', 'open-settings'],
    ['manageKeysRefused', 'open-settings'],
    ['accountingKeysMissing', 'open-settings'],
    ['powerOfficeKeysRefused', 'open-settings'],
    ['navSignInRefused', 'open-settings'],
    ['microsoftSignInMissing', 'sign-in-to-microsoft'],
    ['microsoftSignInNeeded', 'sign-in-to-microsoft'],
    ['runGaveUp', 'continue'],
    ['network', 'continue'],
    ['invoicesFailed', 'retry-failed'],
  ])('against %s is %s', (code, remedy) => {
    expect(remedyOf(code)).toBe(remedy);
  });

  it.each(REASON_CODES)('is there for every sentence: %s', (code) => {
    expect(health({ missing: reason(code), connections: [] })).toMatchObject({
      reason: { code },
      remedy: remedyOf(code),
      connection: null,
    });
  });
});

describe('What needs a person', () => {
  it.each<[string, Partial<Standing>, ReasonCode]>([
    ['what a connection lacks', { missing: reason('accountingKeysMissing') }, 'accountingKeysMissing'],
    ['what refused a run by the clock', { refused: reason('manageKeysRefused') }, 'manageKeysRefused'],
    ['why a run failed', failed('runGaveUp'), 'runGaveUp'],
    ['invoices that failed', { parked: 2 }, 'invoicesFailed'],
  ])('%s', (_, change, code) => {
    expect(judge(standing(change))).toMatchObject({
      reason: { code },
      connection: { id: 'books', name: 'Nord IT' },
    });
  });

  it('counts the invoices', () => {
    expect(judge(standing({ parked: 12 }))?.reason.params).toEqual({ count: '12' });
  });

  it('is said in the order in which it holds things up, whichever connection comes first', () => {
    const parked = standing({ id: 'a', parked: 1 });
    const ended = standing({ id: 'b', ...failed('runGaveUp') });
    const refused = standing({ id: 'c', refused: reason('manageKeysRefused') });
    const lacking = standing({ id: 'd', missing: reason('accountingKeysMissing') });
    const all = [parked, ended, refused, lacking];
    for (const expected of ['d', 'c', 'b', 'a']) {
      expect(judge(...all)?.connection?.id).toBe(expected);
      all.pop();
    }
    expect(health({ missing: reason('manageSignedOut'), connections: [lacking, refused] })?.reason.code).toBe(
      'manageSignedOut',
    );
  });
});
