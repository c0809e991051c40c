import { between } from '../../sandbox/books/seeded';
import type { Browser } from './browser';
import type { EventLoop } from './event-loop';
import type { Inspection } from './inspection';
import type { Happening } from './plan';
import type { Day, Days } from './the-day';
import type { User } from './user';
import type { WriteAudit } from './write-audit';

const HOUR_MS = 3_600_000;

export interface HappeningsOptions {
  readonly loop: EventLoop;
  readonly browsers: readonly Browser[];
  readonly users: readonly User[];
  readonly days: Days;
  readonly audit: WriteAudit;
  readonly inspection: Inspection;
  readonly random: () => number;
  readonly trace: (line: string) => void;
}

/** Everything that can happen at a browser or in the world, by its name in the plan. */
export function createHappenings(options: HappeningsOptions) {
  const { loop, browsers, users, days, audit, inspection, random, trace } = options;
  const presses = browsers.map(() => 0);

  /** Lets something happen; where it can be, to the invoice or order of the number that is wanted. */
  return function happen(what: Happening, at: number, wanted?: string): void {
    const browser = browsers[at];
    const user = users[at];
    if (browser === undefined || user === undefined) return;
    presses[at] = (presses[at] ?? 0) + 1;
    const said = take(browser, user, days.of(wanted));
    trace(`${browser.name} ${what}${said === undefined ? '' : `: ${said}`}`);

    function take(here: Browser, who: User, day: Day): string | undefined {
      switch (what) {
        case 'sync':
          return void who.sync();
        case 'preview':
          return void who.preview();
        case 'stop':
          return void stop(here, who);
        case 'resume':
          return void inspection.resumed(at, who.resume());
        case 'undo':
          return void who.undo();
        case 'retry':
          return void who.retry();
        case 'take over':
          return void who.takeOver();
        case 'look':
          return void who.look();
        case 'payment':
          return day.pay(wanted);
        case 'un-matching':
          return day.unmatch(wanted);
        case 'credit note':
          return day.credit();
        case 'write-off':
          return day.writeOff();
        case 'reversal':
          return day.reverse();
        case 'edit by hand':
          return day.editByHand(wanted);
        case 'clock jump':
          return jump(here);
        case 'storage full':
          return void fill(here);
        case 'storage cleared':
          return void clear(here, who);
        case 'death':
          return void here.die();
      }
    }

    function stop({ requests }: Browser, who: User): void {
      const pressedAt = loop.now();
      const pressed = presses[at];
      who.stop(() => {
        // Another press asks for requests of its own.
        if (presses[at] !== pressed) return;
        // What leaves at the very moment of the press is under way already.
        const begun = requests.filter(({ at: sentAt }) => sentAt > pressedAt).length;
        inspection.stopped({ requests: begun, took: loop.now() - pressedAt });
      });
    }

    function jump(here: Browser): string {
      const hours = between(random, -9, 9);
      here.setClock(hours * HOUR_MS);
      return `the clock is ${hours} h ahead`;
    }

    function fill({ storage }: Browser): void {
      storage.full = true;
      const forMs = random() < 0.5 ? between(random, 0, 300) : between(random, 300, 20_000);
      loop.after(forMs, () => void (storage.full = false), null);
    }

    function clear(here: Browser, who: User): void {
      audit.forget(here.name, loop.now());
      inspection.cleared(at);
      who.forgets();
      here.clearStorage(random() < 0.5);
      // Somebody notices and connects everything again.
      loop.after(between(random, 10, 30_000), () => here.setUp(), null);
    }
  };
}
