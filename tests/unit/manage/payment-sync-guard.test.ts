import { describe, expect, it } from 'vitest';
import { otherPaymentSync, requireNoOtherIntegration } from '@/utils/manage/payment-sync-guard';
import { manageOn, rejectionOf, signal } from './support/scripted-http';

const setup = (flags: Record<string, unknown>) => ({
  id: 1,
  accountingPackage: { id: 6, identifier: 'Other', name: 'QuickBooks Online' },
  syncPaymentInfoFlag: false,
  syncWisePayPaymentInfoFlag: false,
  ...flags,
});

describe('another integration that carries payments from Manage to the books', () => {
  it.each([
    ['payments', { syncPaymentInfoFlag: true }],
    ['WisePay payments', { syncWisePayPaymentInfoFlag: true }],
  ])('stops payment records when it takes %s', async (_, flags) => {
    const { api } = manageOn(() => ({ body: [setup({}), setup(flags)] }));
    expect(await rejectionOf(requireNoOtherIntegration(api, signal))).toMatchObject({
      reason: { code: 'otherIntegrationSyncsPayments', params: { package: 'QuickBooks Online' } },
    });
  });

  it.each([
    ['no accounting package', []],
    ['both flags off', [setup({})]],
    ['flags left empty', [setup({ syncPaymentInfoFlag: null, syncWisePayPaymentInfoFlag: null })]],
  ])('is not there with %s', async (_, body) => {
    const { api } = manageOn(() => ({ body }));
    expect(await requireNoOtherIntegration(api, signal)).toEqual([]);
  });

  it.each([
    ['the role forbids it', { status: 403, body: {} }],
    ['there is no such setup', { status: 404, body: { code: 'ConnectWiseApi' } }],
    ['the flags are unknown to this version', { body: [{ id: 1 }] }],
  ])('is noted as unknown, and stops nothing, where %s', async (_, answer) => {
    const { api } = manageOn(() => answer);
    const notes = await requireNoOtherIntegration(api, signal);
    expect(notes.map(({ code }) => code)).toEqual(['accountingSetupUnreadable']);
  });

  it.each([
    ['signed out', { status: 401, text: '' }, 'manageKeysRefused'],
    ['a fault', { status: 500, text: '' }, 'manageServerError'],
    ['another shape', { body: [{ syncPaymentInfoFlag: 'yes' }] }, 'wrongShape'],
  ])('is not taken for absent when the answer is %s', async (_, answer, code) => {
    const { api } = manageOn(() => answer);
    expect(await rejectionOf(otherPaymentSync(api, signal))).toMatchObject({ reason: { code } });
  });
});
