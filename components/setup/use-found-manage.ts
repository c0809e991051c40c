import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundManage } from '@/utils/settings-desk/answers';
import type { Reason } from '@/utils/payments/reason';
import type { ManageSettings } from '@/utils/storage/settings';
import type { SetupPort } from './setup-port';

/** Chosen where Manage is at an address that is not open, or not known yet. */
export const ELSEWHERE = '';

const LOOK_EVERY_MS = 2_000;

/** The Manage sites that are open, asked for again whenever the person comes back from one. */
export function useFoundManage(port: SetupPort, before: ManageSettings | null) {
  const [found, setFound] = useState<readonly FoundManage[] | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [problem, setProblem] = useState<Reason | null>(null);
  const named = useRef(before?.site);
  /** The named site while it is looked for, to be chosen once it is there. */
  const wanted = useRef<string | null>(null);

  async function look(): Promise<void> {
    const site = named.current;
    const answer = await port.discoverManage(site === undefined ? {} : { site }).catch(() => null);
    // Asked before another site was named, and answered late: it does not know of that one.
    if (site !== named.current) return;
    setProblem(answer?.ok === false ? answer.reason : null);
    const sites = answer?.ok ? answer.value : [];
    setFound(sites);
    if (sites.some((each) => each.site === wanted.current)) setPicked(wanted.current);
  }

  useEffect(() => {
    void look();
    return port.onReturn(() => void look());
  }, [port]);

  const sites = found ?? [];
  const isThere = sites.some(({ member, problem }) => member !== '' || problem !== null);
  useEffect(() => {
    if (isThere) return;
    // Windows side by side: nobody comes back to this one. Asks the browser only, until somebody is signed in.
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isThere]);

  const usual =
    sites.find(({ site }) => site === before?.site) ?? sites.find(({ member }) => member !== '') ?? sites[0];
  const site = picked ?? usual?.site ?? ELSEWHERE;
  return {
    /** Null until it is known. */
    found,
    problem,
    site,
    chosen: sites.find((each) => each.site === site),
    choose: (site: string): void => {
      wanted.current = null;
      setPicked(site);
    },
    look: (): void => void look(),
    /** Looks at a site that was typed; it is chosen if it is there. */
    lookAt: (typed: string): void => {
      named.current = wanted.current = typed;
      void look().then(() => {
        if (wanted.current === typed) wanted.current = null;
      });
    },
  };
}

export type FoundSites = ReturnType<typeof useFoundManage>;
