import { heldInOrders } from '../../sandbox/books/build-orders';
import { expectedInManage, heldInManage, type Expected } from '../../sandbox/oracle';
import { expectedOfOrders } from '../../sandbox/oracle-of-orders';
import type { LivingWorld } from '../../sandbox/world';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { recordsOn } from './manage-record';
import type { Plan } from './plan';
import type { WriteAudit } from './write-audit';

export interface ExpectationOptions {
  readonly plan: Plan;
  readonly world: LivingWorld;
  readonly audit: WriteAudit;
  /** The day from which a run looks at everything that may have to be written. */
  readonly earlyEnough: string;
}

/** What Manage must come to by what happened in one ledger, and what it shows. */
export interface Expectation {
  /** Numbers of all that Manage shows otherwise than it should. */
  readonly differing: () => readonly string[];
  /** What is shown of such a number, and what should be. */
  readonly differenceOf: (number: string) => string;
  readonly outcomes: () => Expected['outcomes'];
  /** Whether what Manage shows is somebody else's, so that nobody may change it without being asked to. */
  readonly isForeign: (number: string) => boolean;
  /** Whether somebody else's record stands beside one of ours, which only a person can sort out. */
  readonly isStuck: (number: string) => boolean;
}

export function expectationOf(ledger: Ledger, options: ExpectationOptions): Expectation {
  return ledger === 'payable' ? ofOrders(options) : ofInvoices(options);
}

/** Orders have custom fields only, which are nobody's in particular. */
function ofOrders({ world, earlyEnough }: ExpectationOptions): Expectation {
  const expected = () => expectedOfOrders(world, earlyEnough);
  return {
    ...comparing(
      () => expected().held,
      () => heldInOrders(world.manage),
    ),
    outcomes: () => expected().outcomes,
    isForeign: () => false,
    isStuck: () => false,
  };
}

function ofInvoices({ plan, world, audit, earlyEnough }: ExpectationOptions): Expectation {
  /** As if no payment record had been somebody else's; which those are is told by who wrote them last. */
  const expected = () => {
    const { story } = world;
    const inManage =
      plan.strategy === 'custom-fields'
        ? story.inManage
        : story.inManage.map((invoice) => ({ ...invoice, record: null }));
    return expectedInManage({ story: { ...story, inManage } }, earlyEnough, plan.strategy);
  };
  const recordsOf = (number: string) => {
    const invoice = world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === number);
    return invoice === undefined ? [] : recordsOn(invoice);
  };
  return {
    ...comparing(
      () => expected().held,
      () => heldInManage(world.manage),
    ),
    outcomes: () => expected().outcomes,
    isForeign(number) {
      const records = recordsOf(number);
      return (
        plan.strategy === 'payment-record' &&
        records.length > 0 &&
        !records.some(({ id }) => audit.isOurs(id))
      );
    },
    isStuck(number) {
      const records = recordsOf(number);
      return records.length > 1 && records.some(({ id }) => !audit.isOurs(id));
    },
  };
}

function comparing(
  expected: () => ReadonlyMap<string, unknown>,
  held: () => ReadonlyMap<string, unknown>,
): Pick<Expectation, 'differing' | 'differenceOf'> {
  return {
    differing() {
      const now = held();
      return [...expected()]
        .filter(([number, wanted]) => JSON.stringify(wanted) !== JSON.stringify(now.get(number)))
        .map(([number]) => number);
    },
    differenceOf: (number) =>
      `${number}: ${JSON.stringify(held().get(number))}, not ${JSON.stringify(expected().get(number))}`,
  };
}
