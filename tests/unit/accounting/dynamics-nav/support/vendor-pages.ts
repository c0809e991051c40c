import type { DynamicsNavState } from '../../../../../sandbox/dynamics-nav/state';
import type { Row } from '../../../../../sandbox/odata/shape';
import type { NavLedger } from './nav-ledger';

/**
 * The same ledger as if customers were vendors: under the names of vendors' pages, and what is owed negative in their
 * ledger. A bill without an external number has its own. Read anew each time, since rows change.
 */
export function vendorPages({ pages }: NavLedger): DynamicsNavState['pages'] {
  const externals = (): Map<string, string> =>
    new Map(pages[143].map(({ No, External_Document_No }) => [No, External_Document_No || No]));
  return {
    25: [],
    132: [],
    143: [],
    573: [],
    get 29(): Row[] {
      const external = externals();
      return pages[25].map(({ Customer_No, ...entry }) => ({
        ...entry,
        Vendor_No: Customer_No,
        External_Document_No:
          entry.External_Document_No ??
          external.get(entry.Document_No) ??
          (/^(Payment|Credit Memo|)$/.test(entry.Document_Type) ? '' : entry.Document_No),
        Original_Amount: turned(entry.Original_Amount),
        Remaining_Amount: turned(entry.Remaining_Amount),
      }));
    },
    get 146(): Row[] {
      return pages[143].map(({ External_Document_No, Bill_to_Customer_No, ...document }) => ({
        ...document,
        Vendor_Invoice_No: External_Document_No || document.No,
        Pay_to_Vendor_No: Bill_to_Customer_No,
        Buy_from_Vendor_No: Bill_to_Customer_No,
        Buy_from_Vendor_Name: `Vendor ${Bill_to_Customer_No}`,
      }));
    },
    get 574(): Row[] {
      return pages[573].map(({ Cust_Ledger_Entry_No, Amount, ...row }) => ({
        ...row,
        Vendor_Ledger_Entry_No: Cust_Ledger_Entry_No,
        Amount: turned(Amount),
      }));
    },
  };
}

function turned(amount: number): number {
  return amount === 0 ? 0 : -amount;
}
