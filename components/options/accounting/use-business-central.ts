import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Choice } from '@/utils/accounting/business-central/choices';
import type { Answer } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { OptionsPort } from '../options-port';
import type { FormReading } from '../read-form';
import type { Notice, Options } from '../use-options';
import { connectionOf } from './connection-of';

/** How the sign-in stands, as far as is known. */
type Account = 'unknown' | 'signed-out' | 'signed-in' | 'ended';

/** Signs in to Microsoft, and lists what there is to choose from once somebody has. */
export function useBusinessCentral(port: OptionsPort, options: Options) {
  const { stored, missingOrigins } = options;
  const [redirectUrl, setRedirectUrl] = useState('');
  const [account, setAccount] = useState<Account>('unknown');
  const [signingIn, setSigningIn] = useState(false);
  const [environments, setEnvironments] = useState<readonly Choice[] | null>(null);
  const [companies, setCompanies] = useState<{ environment: string; choices: readonly Choice[] } | null>(
    null,
  );
  const [listProblem, setListProblem] = useState('');
  // A list that was asked for earlier may arrive later, or after it is of no use any more.
  const asked = useRef({ environments: 0, companies: 0 });
  const connectionId = connectionOf(stored?.settings.connections ?? [], 'business-central')?.id;
  const mayList = missingOrigins.length === 0;

  useEffect(() => {
    void answerOf(port.microsoftRedirectUrl()).then((answer) => {
      if (answer?.ok) setRedirectUrl(answer.value);
    });
  }, [port]);

  useEffect(() => {
    const name = `${connectionId}.microsoftSignIn`;
    if (connectionId === undefined || stored?.secretsSet.includes(name) !== true) forget('signed-out');
    else if (mayList) void readEnvironments(connectionId);
  }, [stored, mayList]);

  function forget(how: Account): void {
    asked.current.environments += 1;
    asked.current.companies += 1;
    setAccount(how);
    setEnvironments(null);
    setCompanies(null);
    setListProblem('');
  }

  function failed(why: Reason | undefined): void {
    if (why?.code === 'microsoftSignInMissing') forget('signed-out');
    else if (why?.code === 'microsoftSignInNeeded') forget('ended');
    else {
      setListProblem(
        why
          ? i18n.t('options.businessCentral.listFailed', { why: reasonText(why) })
          : i18n.t('options.noAnswer'),
      );
    }
  }

  async function readEnvironments(id: string): Promise<void> {
    const mine = ++asked.current.environments;
    const answer = await answerOf(port.listEnvironments({ connectionId: id }));
    if (mine !== asked.current.environments) return;
    if (!answer?.ok) return failed(answer?.reason);
    setAccount('signed-in');
    setEnvironments(answer.value);
    setListProblem(answer.value.length === 0 ? i18n.t('options.businessCentral.noEnvironments') : '');
  }

  async function readCompanies(id: string, environment: string): Promise<void> {
    const mine = ++asked.current.companies;
    const answer = await answerOf(port.listCompanies({ connectionId: id, environment }));
    if (mine !== asked.current.companies) return;
    if (!answer?.ok) return failed(answer?.reason);
    setCompanies({ environment, choices: answer.value });
    setListProblem(answer.value.length === 0 ? i18n.t('options.businessCentral.noCompanies') : '');
  }

  async function signIn(reading: Extract<FormReading, { ok: true }>, saved: Promise<boolean>): Promise<void> {
    setSigningIn(true);
    const id = connectionOf(reading.settings.connections, 'business-central')?.id;
    if (id !== undefined && (await saved)) {
      options.say('microsoft', 'quiet', i18n.t('options.businessCentral.signingIn'));
      const answer = await answerOf(port.signInToMicrosoft({ connectionId: id }));
      if (answer?.ok) {
        forget('signed-in');
        options.say('microsoft', 'good', signedIn(answer.value.name));
        await readEnvironments(id);
      } else {
        options.say(
          'microsoft',
          'bad',
          answer === null ? i18n.t('options.noAnswer') : reasonText(answer.reason),
        );
      }
    }
    setSigningIn(false);
  }

  return {
    redirectUrl,
    signingIn,
    environments,
    companies,
    listProblem,
    /** What was said of the sign-in last; else how it stands. */
    notice: options.notice?.place === 'microsoft' ? options.notice : standing(account),
    readCompanies: (environment: string): void => {
      if (connectionId !== undefined) void readCompanies(connectionId, environment);
    },
    /** Saves and signs in. Runs inside the click: the browser lets a page ask for access only then. */
    signIn: (reading: Extract<FormReading, { ok: true }>): void => {
      void signIn(reading, options.save(reading, 'microsoft'));
    },
  };
}

export type BusinessCentral = ReturnType<typeof useBusinessCentral>;

/** Null where there is nobody to answer. */
async function answerOf<T>(question: Promise<Answer<T>>): Promise<Answer<T> | null> {
  return question.catch(() => null);
}

function signedIn(name: string): string {
  return name === ''
    ? i18n.t('options.businessCentral.signedIn')
    : i18n.t('options.businessCentral.signedInAs', { name });
}

function standing(account: Account): Notice | null {
  const place = 'microsoft';
  switch (account) {
    case 'unknown':
      return null;
    case 'signed-out':
      return { place, tone: 'quiet', text: i18n.t('options.businessCentral.signedOut') };
    case 'signed-in':
      return { place, tone: 'good', text: signedIn('') };
    case 'ended':
      return { place, tone: 'bad', text: i18n.t('options.businessCentral.signInAgain') };
  }
}
