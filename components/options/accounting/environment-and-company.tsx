import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from '../field-name';
import { ListedField } from './listed-field';
import type { ConnectionTo } from './connection-of';
import type { BusinessCentral } from './use-business-central';

interface Props {
  readonly connection: ConnectionTo<'business-central'> | undefined;
  readonly errors: FieldErrors;
  readonly businessCentral: BusinessCentral;
}

/** Which books are meant. What is stored stays to be chosen while the lists cannot be read. */
export function EnvironmentAndCompany({ connection, errors, businessCentral }: Props) {
  const { environments, companies, listProblem, readCompanies } = businessCentral;
  const stored = { environment: connection?.environment ?? '', company: connection?.company ?? '' };
  const [chosen, choose] = useState(stored);
  // A list of one leaves nothing to choose.
  const [onlyEnvironment, otherEnvironment] = environments ?? [];
  const environment =
    chosen.environment || (otherEnvironment === undefined ? (onlyEnvironment?.value ?? '') : '');
  const listed = companies?.environment === environment ? companies.choices : null;
  const [onlyCompany, otherCompany] = listed ?? [];
  const company = chosen.company || (otherCompany === undefined ? (onlyCompany?.value ?? '') : '');

  useEffect(() => {
    if (environments !== null && environment !== '') readCompanies(environment);
  }, [environments, environment]);

  return (
    <>
      <ListedField
        name="environment"
        label={i18n.t('options.businessCentral.environment')}
        value={environment}
        stored={stored.environment}
        listed={environments}
        error={errors.environment}
        onChoose={(value) =>
          choose({ environment: value, company: value === stored.environment ? stored.company : '' })
        }
      />
      {environment !== '' && (
        <ListedField
          name="company"
          label={i18n.t('options.businessCentral.company')}
          value={company}
          stored={environment === stored.environment ? stored.company : ''}
          listed={listed}
          error={errors.company}
          onChoose={(value) => choose({ environment, company: value })}
        />
      )}
      <p role="status" class="notice bad">
        {listProblem}
      </p>
    </>
  );
}
