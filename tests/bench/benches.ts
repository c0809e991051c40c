import type { Bench } from './bench';
import { growth } from './engine/growth';
import { journalGrowth } from './engine/journal-growth';
import { pureCore } from './engine/pure-core';
import { onThePage } from './page/on-the-page';
import { powerOfficeMemory } from './poweroffice-go-memory';
import { businessCentralMemory, dynamicsNavMemory } from './ledger-memory';
import { inRealTime } from './peer/in-real-time';
import { versusUsualClient } from './peer/versus-usual-client';
import { bundleSizes } from './start/bundle-sizes';
import { startUp } from './start/start-up';

/** All there are, by name, in the order of the report. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  'usual-client': versusUsualClient,
  'real-time': inRealTime,
  growth,
  journal: journalGrowth,
  'pure-core': pureCore,
  'business-central-memory': businessCentralMemory,
  'dynamics-nav-memory': dynamicsNavMemory,
  'poweroffice-go-memory': powerOfficeMemory,
  page: onThePage,
  'start-up': startUp,
  bundles: bundleSizes,
};
