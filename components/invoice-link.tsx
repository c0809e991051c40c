import { i18n } from '#i18n';

interface Props {
  /** Of a kind that was checked where it was put together. Null where no address is known. */
  readonly address: string | null | undefined;
  readonly to: 'manage' | 'books';
  readonly number: string;
}

/** The way to an invoice in the system that holds it, in a tab of its own. That system is told nothing of this page. */
export function InvoiceLink({ address, to, number }: Props) {
  if (address === null || address === undefined) return null;
  return (
    <a
      class="invoice-link"
      href={address}
      target="_blank"
      rel="noreferrer"
      aria-label={i18n.t(to === 'manage' ? 'link.openInManage' : 'link.openInBooks', { number })}
    >
      {i18n.t(to === 'manage' ? 'link.manage' : 'link.books')}
    </a>
  );
}
