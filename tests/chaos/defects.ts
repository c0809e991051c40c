/** A mistake that somebody could make, and that the suite must notice. */
export interface Defect {
  /** What the product does then. */
  readonly what: string;
  readonly file: string;
  /** Text of the file, and what stands in its place instead. */
  readonly replaces: readonly (readonly [good: string, bad: string])[];
}

const RUN = 'utils/sync/run.ts';
const CONTROLLER = 'utils/sync/run-controller.ts';
const BATCH = 'utils/sync/process-batch.ts';
const WRITE = 'utils/sync/carry-out.ts';
const HTTP = 'utils/http/http-client.ts';

export const DEFECTS: readonly Defect[] = [
  {
    what: 'repeats a write whose answer was lost without looking whether it was carried out',
    file: WRITE,
    replaces: [
      [
        'const became = mayHavePassed(why) ? await resolved() : false;',
        'if (mayHavePassed(why) && tries < MOST_TRIES) continue; const became = false;',
      ],
    ],
  },
  {
    what: 'lets the HTTP client send a write again after the connection broke',
    file: HTTP,
    replaces: [
      ['if (tried === TRIES || !mayRepeat || signal.aborted)', 'if (tried === TRIES || signal.aborted)'],
    ],
  },
  {
    what: 'sends a write before it is noted',
    file: WRITE,
    replaces: [['await journal.intend(change);', '']],
  },
  {
    what: 'takes every write that was left open for one that was never carried out',
    file: 'utils/sync/resolve-open-writes.ts',
    replaces: [['= hasPassed(write.change, shown);', '= { passed: false, recordId: null };']],
  },
  {
    what: 'forgets which payment records are its own',
    file: WRITE,
    replaces: [['if (record !== undefined) await journal.addOwnRecord(record.id);', '']],
  },
  {
    what: 'does not read back what it wrote',
    file: BATCH,
    replaces: [['const missing = await readBack();', 'const missing: readonly PlannedWrite[] = [];']],
  },
  {
    what: 'believes sums of Manage that a write may not have reached yet',
    file: 'utils/sync/plan-batch.ts',
    replaces: [['unsure.has(held.number) ? { ...held, payments: null } : held', 'held']],
  },
  {
    what: 'leaves a second payment record where another browser made one at the same moment',
    file: 'utils/sync/withdraw.ts',
    replaces: [['if (record === undefined || ', 'if (true || record === undefined || ']],
  },
  {
    what: 'moves the watermark before what it stands for is written',
    file: RUN,
    replaces: [
      [
        'await take(page);\n      watermark',
        'if (page.watermark !== null) await moveWatermark({ source, journal, query: task.query, watermark: page.watermark, startedAt });\n      await take(page);\n      watermark',
      ],
    ],
  },
  {
    what: 'moves the watermark over a gap that no run has looked at',
    file: 'utils/sync/move-watermark.ts',
    replaces: [['if (last !== null && !source.reachesBack(query, last.watermark))', 'if (false)']],
  },
  {
    what: 'keeps no failed invoice for the next run',
    file: RUN,
    replaces: [["else kept = number !== '' && (await journal.park(number)) && kept;", '']],
  },
  {
    what: 'does not take the kept invoices along',
    file: RUN,
    replaces: [['await takeParked();', '']],
  },
  {
    what: 'passes over what it dealt with, although the books changed it since',
    file: RUN,
    replaces: [['before?.basis !== fingerprintOf(invoice) || unsure.has(invoice.number)', 'before === null']],
  },
  {
    what: 'forgets, when it goes on, what it had written before it told of it',
    file: RUN,
    replaces: [
      ['const leftBehind = await journal.leftBehind();', 'const leftBehind = new Map<string, Change>();'],
    ],
  },
  {
    what: 'lets two runs of one browser go on at once',
    file: CONTROLLER,
    replaces: [
      ['if (active !== null) {', 'if (false) {'],
      [
        'run.done = alone(() => toTheEnd(',
        'run.done = (async (work: () => Promise<void>) => work())(() => toTheEnd(',
      ],
    ],
  },
  {
    what: 'tells that a run began before it is remembered',
    file: CONTROLLER,
    replaces: [['await journal.saveSummary(summary);\n    let toldAt', 'let toldAt']],
  },
  {
    what: 'is not woken again when the worker dies during a run',
    file: 'utils/worker/run-desk.ts',
    replaces: [['wakeEveryMinute(true);', '']],
  },
  {
    what: 'gives up as soon as somebody does not answer',
    file: CONTROLLER,
    replaces: [['passesByItself(error) ? PAUSES_MS[pauses] : undefined', 'undefined']],
  },
  {
    what: 'loses how a run ended when that could not be stored at once',
    file: CONTROLLER,
    replaces: [['if (!isGone) owed.push(() => storeEnd(summary, journal));', '']],
  },
  {
    what: 'goes on writing after Stop',
    file: BATCH,
    replaces: [
      [
        'if (ended !== undefined || signal.aborted) return;\n    try {',
        'if (ended !== undefined) return;\n    try {',
      ],
    ],
  },
  {
    what: 'waits for an answer for ever',
    file: HTTP,
    replaces: [['() => tooLate.abort(),', '() => undefined,']],
  },
  {
    what: 'asks as fast as it can',
    file: 'utils/http/rate-limit.ts',
    replaces: [['if (slot > asked) await sleep(slot - asked, signal);', '']],
  },
  {
    what: 'forgets at the death of the worker how much it has asked',
    file: 'utils/http/rate-limit.ts',
    replaces: [['await memory.load(host).catch(() => [])', '[] as readonly HostUse[]']],
  },
  {
    what: 'takes back in an undo what somebody changed since',
    file: 'utils/sync/plan-undo.ts',
    replaces: [['else if (answersChange(change, shown)) writes', 'else writes']],
  },
  {
    what: 'writes in a preview',
    file: BATCH,
    replaces: [["if (mode === 'preview') {", 'if (false) {']],
  },
];
