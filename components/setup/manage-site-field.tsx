import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChoiceField } from '@/components/options/choice-field';
import { useLock } from '@/components/options/locks';
import type { FieldErrors } from '@/components/options/field-name';
import { siteFromText } from '@/components/options/site-from-text';
import { TextField } from '@/components/options/text-field';
import { reasonText } from '@/components/reason-text';
import type { FoundManage } from '@/utils/settings-desk/answers';
import type { SetupPort } from './setup-port';
import { ELSEWHERE, type FoundSites } from './use-found-manage';

interface Props {
  readonly found: FoundSites;
  readonly errors: FieldErrors;
  readonly port: SetupPort;
}

/** The Manage sites that are open in this browser, to be confirmed, and a way to name another. */
export function ManageSiteField({
  found: { found, problem, site, chosen, choose, look, lookAt },
  errors,
  port,
}: Props) {
  const isSet = useLock('site') !== undefined;
  const typed = useRef('');
  const [typedError, setTypedError] = useState<'site' | undefined>(undefined);
  const findThere = (): void => {
    const host = siteFromText(typed.current);
    setTypedError(host === null ? 'site' : undefined);
    if (host === null) return;
    // In the click itself: the browser lets a page ask for access only then.
    void port
      .requestOrigins([`https://${host.replace(/:\d+$/, '')}/*`])
      .catch(() => false)
      .then(() => lookAt(host));
  };
  if (isSet) return <SetSite errors={errors} />;
  if (found === null) return <p role="status">{i18n.t('setup.manage.looking')}</p>;
  return (
    <>
      <p role="status" class={found.length > 0 ? 'unseen' : 'notice quiet'}>
        {found.length > 0 ? i18n.t('setup.manage.found', found.length) : i18n.t('setup.manage.none')}
      </p>
      {problem && <p class="notice bad">{reasonText(problem)}</p>}
      <ChoiceField
        name="foundSite"
        legend={i18n.t('setup.manage.which')}
        value={site}
        onChoose={choose}
        choices={[
          ...found.map((each) => ({ value: each.site, label: nameOf(each), help: standing(each) })),
          {
            value: ELSEWHERE,
            label: i18n.t('setup.manage.elsewhere'),
            help: i18n.t('setup.manage.elsewhereHelp'),
          },
        ]}
      />
      {site === ELSEWHERE ? (
        <>
          <TextField
            name="site"
            label={i18n.t('options.manage.site')}
            help={i18n.t('options.manage.siteHelp')}
            value=""
            error={typedError ?? errors.site}
            onInput={(text) => (typed.current = text)}
            required
          />
          <div class="actions">
            <button type="button" onClick={findThere}>
              {i18n.t('setup.manage.findThere')}
            </button>
          </div>
        </>
      ) : (
        <input type="hidden" name="site" value={site} />
      )}
      {chosen?.companyId ? (
        <input type="hidden" name="companyId" value={chosen.companyId} />
      ) : (
        <TextField
          key={site}
          name="companyId"
          label={i18n.t('options.manage.companyId')}
          help={i18n.t('options.manage.companyIdHelp')}
          value=""
          error={errors.companyId}
          maxLength={50}
          required
        />
      )}
      {!chosen?.member && (
        <div class="actions">
          <button type="button" onClick={look}>
            {i18n.t('setup.manage.lookAgain')}
          </button>
        </div>
      )}
    </>
  );
}

/** Where the organisation has set which Manage it is. */
function SetSite({ errors }: Pick<Props, 'errors'>) {
  return (
    <>
      <TextField name="site" label={i18n.t('options.manage.site')} value="" error={errors.site} required />
      <TextField
        name="companyId"
        label={i18n.t('options.manage.companyId')}
        help={i18n.t('options.manage.companyIdHelp')}
        value=""
        error={errors.companyId}
        maxLength={50}
        required
      />
    </>
  );
}

function nameOf({ companyName, site }: FoundManage): string {
  return companyName === '' ? site : i18n.t('setup.manage.companyAt', { company: companyName, site });
}

function standing({ member, version, problem }: FoundManage): string {
  if (problem !== null) return reasonText(problem);
  if (member === '') return i18n.t('setup.manage.nobody');
  return i18n.t('setup.manage.signedInAs', { member, version });
}
