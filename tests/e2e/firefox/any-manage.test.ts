import { afterAll, beforeAll } from 'vitest';
import { copesWithAnyManage } from '../shared/any-manage';
import { learnsByBeingShown } from '../shared/learns-by-being-shown';
import { opensCards } from '../shared/opens-cards';
import { drivenFirefox } from './support/driven-firefox';
import { openSyncedFirefox, type FirefoxDemo } from './support/firefox-demo';

let demo: FirefoxDemo;
beforeAll(async () => {
  demo = await openSyncedFirefox();
});
afterAll(() => demo.close());

const driven = () => drivenFirefox(demo);
copesWithAnyManage(driven);
learnsByBeingShown(driven);
opensCards(driven);
