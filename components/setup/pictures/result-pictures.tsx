import { i18n } from '#i18n';
import { Button, Line, Screen, Words } from './drawing';
import { Picture } from './picture';

/** One number on two invoices. */
export function MatchingPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.matching')} height={150}>
      {[1, 201].map((x, at) => (
        <g key={x}>
          <rect class="paper" x={x} y="1" width="158" height="148" rx="8" />
          <Words x={x + 14} y={26} quiet>
            {at === 0 ? i18n.t('setup.picture.inManage') : i18n.t('setup.picture.inBooks')}
          </Words>
          <rect class="field marked" x={x + 14} y="40" width="130" height="26" rx="4" />
          <Words x={x + 24} y={58}>
            12345
          </Words>
          {[84, 102, 120].map((y) => (
            <Line key={y} x={x + 14} y={y} width={at === 0 ? 110 : 90} />
          ))}
        </g>
      ))}
      <path class="arrow" d="M163 53h32m-6-5 6 5-6 5M169 48l-6 5 6 5" />
    </Picture>
  );
}

/** Invoice Search as it will be. */
export function InvoiceSearchPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.invoiceSearch')} height={190}>
      <Screen title="Finance › Invoice Search">
        {['12345', '12346', '12347'].map((number, at) => (
          <g key={number}>
            <Words x={14} y={56 + at * 30}>
              {number}
            </Words>
            <rect class="badge" x="60" y={42 + at * 30} width="104" height="20" rx="10" />
            <Line x={70} y={49 + at * 30} width={84} />
          </g>
        ))}
        <rect class="field marked" x="190" y="66" width="156" height="110" rx="6" />
        <Words x={204} y={88}>
          {i18n.t('panel.name')}
        </Words>
        <Line x={204} y={100} width={110} />
        <Button x={204} y={132} width={80} height={26}>
          {i18n.t('panel.run')}
        </Button>
      </Screen>
    </Picture>
  );
}
