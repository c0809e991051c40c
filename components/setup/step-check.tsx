import { i18n } from '#i18n';
import { CheckList } from '@/components/options/check-list';
import { CopyCheck } from '@/components/options/copy-check';
import { NoticeLine } from '@/components/options/notice-line';
import type { StepForm } from './use-step-form';
import type { StepProps } from './step-props';

interface Props extends Pick<StepProps, 'port' | 'options' | 'stored' | 'onDone'> {
  readonly of: string;
  readonly name: string;
  readonly form: StepForm;
}

/** How trying this step went, what can be done about what went wrong, and the way on where nothing did. */
export function StepCheck({ port, options, stored, onDone, of, name, form }: Props) {
  const { results, mayGoOn } = form;
  const connection = stored.settings.connections.find(({ id }) => id === of);
  return (
    <>
      <NoticeLine place="form" notice={options.notice} />
      {results !== null && (
        <CheckList
          of={of}
          name={name}
          results={results}
          onAllow={options.allowAccess}
          onOpenAddress={() => connection?.system === 'dynamics-nav' && port.openTab(connection.baseUrl)}
          onRemedy={(remedy) => {
            const settings = remedy.apply(stored.settings);
            void options.save({ ok: true, settings, secrets: {} }, 'form').then(form.checkAgain);
          }}
          onTryClosed={async (invoiceNumber) =>
            (await options.valueOf('form', port.tryClosedInvoice({ invoiceNumber })))?.value ?? null
          }
        />
      )}
      {results !== null && (
        <div class="actions">
          <CopyCheck port={port} checks={[{ of, results }]} nameOf={() => name} />
        </div>
      )}
      {mayGoOn && (
        <div class="actions">
          <button type="button" class="primary" onClick={onDone}>
            {i18n.t('setup.goOn')}
          </button>
        </div>
      )}
    </>
  );
}
