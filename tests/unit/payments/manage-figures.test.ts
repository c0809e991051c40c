import { describe, expect, it } from 'vitest';
import { isoDate } from '@/utils/payments/iso-date';
import { manageFigures, manageFiguresByFields } from '@/utils/payments/manage-figures';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';

const nok = (minor: number) => money(minor, 'NOK');
const held = (change: Partial<ManageInvoice> = {}): ManageInvoice => ({
  id: 1,
  number: '12345',
  type: 'Standard',
  companyName: '',
  currency: 'NOK',
  total: nok(100_00),
  payments: nok(40_00),
  credits: nok(10_00),
  balance: nok(50_00),
  lastUpdated: '',
  customFields: [],
  ...change,
});

describe('the figures of an invoice in Manage', () => {
  it('are its total less credits, what was paid, and its balance', () => {
    expect(manageFigures(held())).toEqual({
      state: 'partly-paid',
      owed: nok(90_00),
      paidAmount: nok(40_00),
      remaining: nok(50_00),
    });
  });

  it('remaining is reckoned where Manage names no balance', () => {
    expect(manageFigures(held({ balance: null })).remaining).toEqual(nok(50_00));
  });

  it('remaining is below 0 where more was paid than owed', () => {
    const paidTwice = held({ payments: nok(100_00), balance: null });
    expect(manageFigures(paidTwice)).toMatchObject({ state: 'paid', remaining: nok(-10_00) });
  });
});

describe('by custom fields', () => {
  it('they are what the fields say, whatever Manage’s own payments', () => {
    expect(manageFiguresByFields(held(), { amount: nok(20_00), date: null })).toEqual({
      state: 'partly-paid',
      owed: nok(90_00),
      paidAmount: nok(20_00),
      remaining: nok(70_00),
    });
  });

  it('nothing remains of what the date says is paid in full', () => {
    const shown = { amount: nok(20_00), date: isoDate('2026-11-18') };
    expect(manageFiguresByFields(held(), shown)).toMatchObject({ state: 'paid', remaining: nok(0) });
  });

  it('an empty field is nothing paid', () => {
    expect(manageFiguresByFields(held(), { amount: null, date: null })).toMatchObject({
      state: 'unpaid',
      paidAmount: nok(0),
      remaining: nok(90_00),
    });
  });
});
