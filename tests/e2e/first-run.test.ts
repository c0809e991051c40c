import { describe, expect, it } from 'vitest';
import { MANAGE_KEYS, OWN_SITE } from '../../sandbox/manage/api';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { openOptions } from '../../scripts/connect';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import type { DemoSystemId } from '../../scripts/systems';
import { stepsOf } from './shared/setup-steps';
import { tabTo } from './support/keyboard';
import { faultsInEveryColour } from './support/faults';
import {
  lookingAt,
  openFresh,
  returnTo,
  withKeyboard,
  withMouse,
  type FreshBrowser,
} from './support/first-run';
import { runSync } from './support/panel';

const SYSTEMS: readonly DemoSystemId[] = ['poweroffice-go', 'business-central', 'dynamics-nav'];

async function inFresh(system: DemoSystemId, task: (fresh: FreshBrowser) => Promise<void>): Promise<void> {
  const fresh = await openFresh(system);
  try {
    await task(fresh);
  } finally {
    await fresh.close();
  }
}

describe.each(SYSTEMS)('From installation to a first sync with %s', (system) => {
  const isFirst = system === SYSTEMS[0];

  it('with a mouse, every step accessible in every colour', () =>
    inFresh(system, async ({ world, setup, manage }) => {
      const steps = stepsOf(lookingAt(setup), withMouse(setup), system);
      const accessible = async (): Promise<void> => expect(await faultsInEveryColour(setup)).toEqual([]);
      const before = heldInManage(world.manage);
      await steps.manage();
      if (isFirst) await accessible();
      await steps.check();
      await steps.accounting();
      await accessible();
      await steps.check();
      await steps.matching();
      if (isFirst) await accessible();
      await steps.goOn();
      await steps.trial();
      if (isFirst) await accessible();
      // Nothing has been written so far.
      expect(heldInManage(world.manage)).toEqual(before);

      await setup.getByRole('button', { name: 'Open Manage' }).click();
      await returnTo(manage);
      const panel = manage.getByRole('region', { name: 'Payment sync' });
      expect((await runSync(panel)).headline).toBe('Sync finished.');
      const expected = expectedInManage(world, sameDayLastMonth(world.story.now), 'payment-record', {
        system,
      });
      expect(heldInManage(world.manage)).toEqual(expected.held);
    }));

  it(`with the keyboard alone${isFirst ? '' : ', as far as its steps are its own'}`, () =>
    inFresh(system, async ({ world, setup, manage }) => {
      const steps = stepsOf(lookingAt(setup), withKeyboard(setup), system);
      await steps.manage();
      await steps.check();
      await steps.accounting();
      await steps.check();
      await steps.matching();
      // From here on no step knows which system it is.
      if (!isFirst) return;
      await steps.goOn();
      await steps.trial();
      await tabTo(setup, 'Open Manage');
      await setup.keyboard.press('Enter');
      await returnTo(manage);
      const panel = manage.getByRole('region', { name: 'Payment sync' });
      await panel.getByRole('button', { name: 'Run Sync' }).waitFor();
      await panel.getByRole('button', { name: 'Payment sync' }).focus();
      await tabTo(manage, 'Run Sync');
      await manage.keyboard.press('Enter');
      await panel.locator('.headline', { hasText: 'Sync finished.' }).waitFor();
      const expected = expectedInManage(world, sameDayLastMonth(world.story.now), 'payment-record', {
        system,
      });
      expect(heldInManage(world.manage)).toEqual(expected.held);
    }));
});

it('A Manage of the firm’s own gets the panel, in open tabs and for restarts too, and loses it with the site', async () => {
  const fresh = await openFresh('poweroffice-go', [`https://${OWN_SITE}/*`]);
  try {
    const { setup, manage, context } = fresh;
    const ownManage = `https://${OWN_SITE}/v4_6_release/ConnectWise.aspx`;
    const panel = manage.getByRole('region', { name: 'Payment sync' });
    await manage.goto(ownManage);
    await setup.getByRole('radio', { name: 'At another address' }).check();
    await setup.getByLabel('Manage site', { exact: true }).fill(ownManage);
    await setup.getByRole('button', { name: 'Find it there' }).click();
    await setup.getByRole('radio', { name: `Nord IT AS at ${OWN_SITE}` }).waitFor();
    await setup.getByLabel('Client ID', { exact: true }).fill(MANAGE_KEYS.clientId);
    expect(await panel.count()).toBe(0);
    await setup.getByRole('button', { name: 'Check and continue' }).press('Enter');
    await setup.getByRole('heading', { name: 'Your accounting system' }).waitFor();
    // In the tab that was open all along, and in one that is opened anew.
    await panel.waitFor();
    await manage.reload();
    await panel.waitFor();

    const registered = () =>
      setup.evaluate<string[]>(
        'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches, persistAcrossSessions }) => persistAcrossSessions ? matches : []))',
      );
    expect(await registered()).toEqual([`https://${OWN_SITE}/*`]);
    const options = await openOptions(context);
    await options.getByLabel('Manage site', { exact: true }).fill('na.myconnectwise.net');
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(registered).toEqual([]);
    await manage.reload();
    await manage.getByText('Invoice Search').first().waitFor();
    expect(await panel.count()).toBe(0);
  } finally {
    await fresh.close();
  }
});
