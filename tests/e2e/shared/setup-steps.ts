import { MANAGE_KEYS } from '../../../sandbox/manage/api';
import { DEMO_SYSTEMS, type DemoSystemId } from '../../../scripts/systems';

/** How somebody works on a page. */
export interface Hands {
  enter(label: string, text: string): Promise<void>;
  press(name: string): Promise<void>;
  /** One of a group of choices. */
  pick(choice: string): Promise<void>;
  /** One of a list. */
  choose(label: string, option: string): Promise<void>;
}

/** What somebody waits to see on a page. */
export interface Eyes {
  heading(name: string): Promise<void>;
  /** One of a group of choices. */
  choice(name: string): Promise<void>;
  /** Text that fits; a line of it, where the pattern has ends. */
  words(pattern: RegExp): Promise<void>;
}

/**
 * The steps of the setup, each gone through as far as its button that leads on.
 * @param say what stands on the page for an English text
 */
export function stepsOf(eyes: Eyes, hands: Hands, system: DemoSystemId, say = (english: string) => english) {
  const title = (name: string) => eyes.heading(say(name));
  return {
    async manage() {
      await eyes.choice(say('Nord IT AS at na.myconnectwise.net'));
      await hands.enter('Client ID', MANAGE_KEYS.clientId);
    },
    async accounting() {
      await title('Your accounting system');
      await hands.pick(SYSTEM_NAMES[system]);
      await DEMO_SYSTEMS[system].fillIn((label, value) => hands.enter(label, value));
      if (system !== 'business-central') return;
      await hands.press('Sign in to Microsoft');
      // The page of Microsoft opens in a window of its own, where the sandbox agrees by itself.
      await eyes.words(/^Signed in/m);
      await hands.choose('Environment', 'Production (Production)');
      await hands.choose('Company', 'Nord IT AS');
    },
    async matching() {
      await title('How invoices match');
      // The last invoices are tried without being asked.
      await eyes.words(new RegExp(`^${say('Matched')}: [1-9]`, 'm'));
    },
    async trial() {
      await title('Try it without changing anything');
      await hands.press('Show what a sync would change');
      await title('You are ready');
    },
    check: () => hands.press('Check and continue'),
    goOn: () => hands.press('Continue'),
  };
}

const SYSTEM_NAMES = {
  'poweroffice-go': 'PowerOffice Go',
  'business-central': 'Business Central',
  'dynamics-nav': 'Dynamics NAV',
} as const satisfies Record<DemoSystemId, string>;
