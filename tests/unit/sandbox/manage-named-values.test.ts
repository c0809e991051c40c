import { expect, it } from 'vitest';
import { namedValues } from '@/sandbox/manage/query/named-values';

it.each([
  ['invoiceNumber = "A-1"', ['a-1']],
  ['invoiceNumber in ("1", "2") and closedFlag = true', ['1', '2']],
  ['id > 3 and (invoiceNumber = "1" and id < 9)', ['1']],
])('%s names numbers, so that no other is looked at', (conditions, numbers) => {
  expect([...(namedValues(conditions, 'invoiceNumber') ?? [])]).toEqual(numbers);
});

it.each([
  'invoiceNumber = "1" or id = 4',
  'invoiceNumber not in ("1")',
  'invoiceNumber != "1"',
  'invoiceNumber like "1%"',
  'invoiceNumber = "1%"',
  'invoiceNumber in ("1", "[[]2")',
  'invoiceNumber > "1"',
  'id = 4',
])('%s names none, so that all are looked at', (conditions) => {
  expect(namedValues(conditions, 'invoiceNumber')).toBeNull();
});
