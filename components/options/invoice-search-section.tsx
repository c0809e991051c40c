import { i18n } from '#i18n';
import type { Settings } from '@/utils/storage/settings';
import type { FieldErrors } from './field-name';
import { LinesField } from './lines-field';

interface Props {
  readonly invoiceSearch: Settings['invoiceSearch'];
  readonly errors: FieldErrors;
}

/** By which words the Invoice Search page and its column are recognised. Folded away: few need it. */
export function InvoiceSearchSection({ invoiceSearch, errors }: Props) {
  return (
    <details class="section">
      <summary>
        <h2>{i18n.t('options.invoiceSearch.title')}</h2>
      </summary>
      <p class="help">{i18n.t('options.invoiceSearch.help')}</p>
      <LinesField
        name="screenTitles"
        label={i18n.t('options.invoiceSearch.screenTitles')}
        help={i18n.t('options.invoiceSearch.onePerLine')}
        value={invoiceSearch.screenTitles}
        error={errors.screenTitles}
      />
      <LinesField
        name="numberCaptions"
        label={i18n.t('options.invoiceSearch.numberCaptions')}
        help={i18n.t('options.invoiceSearch.onePerLine')}
        value={invoiceSearch.numberCaptions}
        error={errors.numberCaptions}
      />
    </details>
  );
}
