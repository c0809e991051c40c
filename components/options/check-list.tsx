import { useState } from 'preact/hooks';
import type { CheckResult } from '@/utils/accounting/source';
import { CheckLine } from './check-line';
import { ClosedInvoiceTrial } from './closed-invoice-trial';
import type { Remedy } from './remedies';

interface Props {
  /** `manage`, or the id of the connection. */
  readonly of: string;
  readonly name: string;
  readonly results: readonly CheckResult[];
  readonly onAllow: () => void;
  /** Opens the server's address, where the browser says what it says to no extension. */
  readonly onOpenAddress: () => void;
  readonly onRemedy: (remedy: Remedy) => void;
  /** Tries something that only an invoice picked for it can tell; null once it was said why that went wrong. */
  readonly onTryClosed: (invoiceNumber: string) => Promise<CheckResult | null>;
}

/** The probes of one connection: verdict by sign and word, what was seen, and what to do where it went wrong. */
export function CheckList({ name, results, onTryClosed, ...line }: Props) {
  const [tried, setTried] = useState<CheckResult | null>(null);
  return (
    <>
      <h3>{name}</h3>
      <ul class="checks">
        {results
          .map((result) => (result.probe === tried?.probe ? tried : result))
          .map((result) => (
            <CheckLine key={result.probe} result={result} {...line}>
              {result.probe === 'manageClosedInvoices' && result.verdict !== 'ok' && (
                <ClosedInvoiceTrial
                  onTry={async (invoiceNumber) => setTried((await onTryClosed(invoiceNumber)) ?? tried)}
                />
              )}
            </CheckLine>
          ))}
      </ul>
    </>
  );
}
