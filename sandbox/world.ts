import { buildBusinessCentral, refreshBusinessCentral } from './books/build-business-central';
import { buildDynamicsNav, refreshDynamicsNav } from './books/build-dynamics-nav';
import { buildDemoCompany } from './books/demo-company';
import { buildManage } from './books/build-manage';
import { buildPowerOffice, refreshPowerOffice } from './books/build-power-office';
import { tellNordIt } from './books/nord-it';
import { tellSized } from './books/sized-story';
import { tellSmall } from './books/small-story';
import type { Story } from './books/story';
import { tellTwoCompanies, type TwoStories } from './books/two-companies';
import type { BusinessCentralState } from './business-central/state';
import type { DynamicsNavState } from './dynamics-nav/state';
import type { ManageState } from './manage/state';
import { createMicrosoftLogin, type MicrosoftLoginState } from './microsoft-login/state';
import type { PowerOfficeState } from './poweroffice-go/state';

/** Everything the sandbox's systems hold. Tests and the demo change it as the firm's day goes on. */
export interface World {
  readonly powerOffice: PowerOfficeState;
  /** A second company of the same installation, which shares Manage; without it its keys open nothing. */
  readonly powerOfficeSecond?: PowerOfficeState;
  /** The company in PowerOffice Go's demo installation; without it the keys of that installation open nothing. */
  readonly powerOfficeDemo?: PowerOfficeState;
  readonly manage: ManageState;
  /** The same firm as if it kept its books in Business Central online; without it nothing answers there. */
  readonly businessCentral?: BusinessCentralState;
  readonly microsoftLogin?: MicrosoftLoginState;
  /** The same firm as if it kept its books in NAV 2018. */
  readonly dynamicsNav?: DynamicsNavState;
  /** Epoch ms of the sandbox's own clock, which the servers put into `Date` headers and time stamps. */
  now(): number;
}

/** A world made from a story, in which more can happen. */
export interface LivingWorld extends World {
  readonly story: Story;
  readonly businessCentral: BusinessCentralState;
  readonly microsoftLogin: MicrosoftLoginState;
  readonly dynamicsNav: DynamicsNavState;
  /** Has every system show what has happened by now. */
  refresh(): void;
}

/** A world with the books of two companies in it. */
export interface TwoCompaniesWorld extends LivingWorld {
  readonly stories: TwoStories;
  readonly powerOfficeSecond: PowerOfficeState;
  /** The second company, in whose books more can happen too. */
  readonly sor: LivingWorld;
}

export interface WorldOptions {
  /** Epoch ms; without it the clock starts at the world's `now` and runs with real time. */
  readonly now?: () => number;
}

/** The world of Nord IT AS as it stands at `now` (epoch ms). The same `now` makes the same world. */
export function createWorld(now: number, options: WorldOptions = {}): LivingWorld {
  return worldOf(tellNordIt(now), options);
}

/** A world with exactly `count` invoices, each of which a first Past Month sync has to write. */
export function sizedWorld(now: number, count: number, options: WorldOptions = {}): LivingWorld {
  return worldOf(tellSized(now, count), options);
}

/** A world with a few invoices of situations that the seed picks. */
export function smallWorld(now: number, seed: number, options: WorldOptions = {}): LivingWorld {
  return worldOf(tellSmall(now, seed), options);
}

/** A world in which two companies keep books of their own and share one Manage. Its story is Nord IT's. */
export function twoCompaniesWorld(now: number, options: WorldOptions = {}): TwoCompaniesWorld {
  const stories = tellTwoCompanies(now);
  const world = worldOf(stories.nord, options);
  const powerOfficeSecond = {
    ...buildPowerOffice(stories.sor, now),
    clientId: '6f0f8a2e-3f0b-4c7e-9a55-10c1a7b25007',
    clientName: 'Sør IT AS',
  };
  const sor = Object.assign(Object.create(world) as LivingWorld, {
    story: stories.sor,
    powerOffice: powerOfficeSecond,
    refresh: () => refreshPowerOffice(powerOfficeSecond, stories.sor, world.now()),
  });
  return Object.assign(world, { stories, powerOfficeSecond, sor });
}

function worldOf(story: Story, options: WorldOptions): LivingWorld {
  let businessCentral: BusinessCentralState | undefined;
  let dynamicsNav: DynamicsNavState | undefined;
  const powerOffice = buildPowerOffice(story, story.now);
  const now = options.now ?? clockFrom(story.now);
  return {
    story,
    powerOffice,
    powerOfficeDemo: buildDemoCompany(story.now),
    manage: buildManage(story),
    get businessCentral() {
      return (businessCentral ??= buildBusinessCentral(story));
    },
    microsoftLogin: createMicrosoftLogin(),
    get dynamicsNav() {
      return (dynamicsNav ??= buildDynamicsNav(story));
    },
    now,
    refresh() {
      refreshPowerOffice(powerOffice, story, now());
      // The others are made when they are first asked for.
      if (businessCentral !== undefined) refreshBusinessCentral(businessCentral, story);
      if (dynamicsNav !== undefined) refreshDynamicsNav(dynamicsNav, story);
    },
  };
}

function clockFrom(start: number): () => number {
  const startedAt = performance.now();
  return () => start + Math.trunc(performance.now() - startedAt);
}
