/** A mistake that somebody could make, and that the suite must notice. */
export interface Defect {
  /** What the product does then. */
  readonly what: string;
  /** In which files which text gives way to which other. */
  readonly changes: readonly (readonly [file: string, good: string, bad: string])[];
}

const RUN = 'utils/sync/run.ts';
const CONTROLLER = 'utils/sync/run-controller.ts';
const BATCH = 'utils/sync/process-batch.ts';
const WRITE = 'utils/sync/carry-out.ts';
const HTTP = 'utils/http/http-client.ts';

export const DEFECTS: readonly Defect[] = [
  {
    what: 'repeats a write whose answer was lost without looking whether it was carried out',
    changes: [
      [
        WRITE,
        'const became = mayHavePassed(why) ? await resolved() : false;',
        'if (mayHavePassed(why) && tries < MOST_TRIES) continue; const became = false;',
      ],
    ],
  },
  {
    what: 'lets the HTTP client send a write again after the connection broke',
    changes: [
      [
        HTTP,
        'if (tried === TRIES || !mayRepeat || signal.aborted)',
        'if (tried === TRIES || signal.aborted)',
      ],
    ],
  },
  {
    what: 'sends a write before it is noted',
    changes: [[WRITE, 'await journal.intend(change);', '']],
  },
  {
    what: 'takes every write that was left open for one that was never carried out',
    changes: [
      [
        'utils/sync/resolve-open-writes.ts',
        '= hasPassed(write.change, shown);',
        '= { passed: false, recordId: null };',
      ],
    ],
  },
  {
    what: 'forgets which payment records are its own',
    changes: [[WRITE, 'if (record !== undefined) await journal.addOwnRecord(record.id);', '']],
  },
  {
    what: 'does not read back what it wrote',
    changes: [[BATCH, 'const missing = await readBack();', 'const missing: readonly PlannedWrite[] = [];']],
  },
  {
    what: 'believes sums of Manage that a write may not have reached yet',
    changes: [['utils/sync/shown-now.ts', '!unsure.has(held.number)', 'true']],
  },
  {
    what: 'leaves a second payment record where another browser made one at the same moment',
    changes: [
      ['utils/sync/withdraw.ts', 'if (record === undefined || ', 'if (true || record === undefined || '],
      ['utils/sync/plan-batch.ts', 'ours.find(({ id }) => id !== first) ?? null', 'null'],
    ],
  },
  {
    what: 'moves the watermark before what it stands for is written',
    changes: [
      [
        RUN,
        'await take(page);\n      watermark',
        'if (page.watermark !== null) await moveWatermark({ source, journal, query: task.query, watermark: page.watermark, startedAt });\n      await take(page);\n      watermark',
      ],
    ],
  },
  {
    what: 'moves the watermark over a gap that no run has looked at',
    changes: [
      [
        'utils/sync/move-watermark.ts',
        'if (last !== null && !source.reachesBack(query, last.watermark))',
        'if (false)',
      ],
    ],
  },
  {
    what: 'keeps no failed invoice for the next run',
    changes: [[RUN, "else kept = number !== '' && (await journal.park(number)) && kept;", '']],
  },
  {
    what: 'does not take the kept invoices along',
    changes: [[RUN, 'await takeParked();', '']],
  },
  {
    what: 'passes over what it dealt with, although the books changed it since',
    changes: [
      [RUN, 'before?.basis !== fingerprintOf(invoice) || unsure.has(invoice.number)', 'before === null'],
    ],
  },
  {
    what: 'forgets, when it goes on, what it had written before it told of it',
    changes: [
      [
        RUN,
        'const leftBehind = await journal.leftBehind();',
        'const leftBehind = new Map<string, Change>();',
      ],
    ],
  },
  {
    what: 'lets two runs of one browser go on at once',
    changes: [
      [CONTROLLER, 'if (active !== null) {', 'if (false) {'],
      [
        CONTROLLER,
        'run.done = alone(() => toTheEnd(',
        'run.done = (async (work: () => Promise<void>) => work())(() => toTheEnd(',
      ],
    ],
  },
  {
    what: 'tells that a run began before it is remembered',
    changes: [[CONTROLLER, 'await journal.saveSummary(summary);\n    let toldAt', 'let toldAt']],
  },
  {
    what: 'is not woken again when the worker dies during a run',
    changes: [
      [
        'utils/worker/run-desk.ts',
        'keepWaking: () => platform.wakeEveryMinute(true),',
        'keepWaking: () => undefined,',
      ],
    ],
  },
  {
    what: 'gives up as soon as somebody does not answer',
    changes: [[CONTROLLER, 'passesByItself(error) ? PAUSES_MS[pauses] : undefined', 'undefined']],
  },
  {
    what: 'loses how a run ended when that could not be stored at once',
    changes: [[CONTROLLER, 'if (!isGone) owed.push(() => storeEnd(summary, journal));', '']],
  },
  {
    what: 'goes on writing after Stop',
    changes: [
      [
        BATCH,
        'if (ended !== undefined || signal.aborted) return;\n    try {',
        'if (ended !== undefined) return;\n    try {',
      ],
      [
        HTTP,
        'await limit.take(host, signal);\n    signal.throwIfAborted();',
        'await limit.take(host, signal);',
      ],
    ],
  },
  {
    what: 'waits for an answer for ever',
    changes: [[HTTP, '() => tooLate.abort(),', '() => undefined,']],
  },
  {
    what: 'asks as fast as it can',
    changes: [['utils/http/rate-limit.ts', 'if (early <= 0) break;', 'break;']],
  },
  {
    what: 'forgets at the death of the worker how much it has asked',
    changes: [['utils/http/rate-limit.ts', '.filter(({ by }) => by !== name)', '.filter(() => false)']],
  },
  {
    what: 'takes back in an undo what somebody changed since',
    changes: [
      ['utils/sync/plan-undo.ts', 'else if (answersChange(change, shown)) writes', 'else if (true) writes'],
    ],
  },
  {
    what: 'takes any vendor’s bill of an order’s number for the order’s own',
    changes: [['utils/payments/whose-order.ts', 'sameText(customerNumber, vendorIdentifier) ||', 'true ||']],
  },
  {
    what: 'forgets of an order the bills that did not change',
    changes: [
      [
        'utils/sync/ordered-source.ts',
        'const more = await billsNumbered([...listed], signal, stored, read);',
        'const more = NO_BILLS;',
      ],
    ],
  },
  {
    what: 'writes in a preview',
    changes: [[BATCH, "if (mode === 'preview') {", 'if (false) {']],
  },
];
