import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShownPage, ShownPages } from '@/utils/storage/shown-page';
import { NoticeLine } from './notice-line';
import type { OptionsPort } from './options-port';
import type { Options } from './use-options';

interface Props {
  readonly port: Pick<OptionsPort, 'readShownPages' | 'forgetShownPage'>;
  readonly options: Pick<Options, 'valueOf' | 'say' | 'notice' | 'revision'>;
}

/** The pages of Manage on which somebody showed where invoice numbers are, each to be forgotten. Absent without any. */
export function ShownPagesSection({ port, options }: Props) {
  const [pages, setPages] = useState<ShownPages | null>(null);
  const { revision } = options;
  useEffect(() => {
    void options.valueOf('shown', port.readShownPages()).then((read) => read && setPages(read.value));
    // A settings file that is taken in may bring others.
  }, [port, revision]);
  const forget = async (site: string, page: ShownPage): Promise<void> => {
    const left = await options.valueOf('shown', port.forgetShownPage({ site, page }));
    if (left === null) return;
    setPages(left.value);
    options.say('shown', 'good', i18n.t('options.shown.forgotten'));
  };
  const sites = Object.entries(pages ?? {});
  if (sites.length === 0 && options.notice?.place !== 'shown') return null;
  return (
    <section aria-labelledby="shown-title">
      <h2 id="shown-title">{i18n.t('options.shown.title')}</h2>
      <p class="help">{i18n.t('options.shown.help')}</p>
      {sites.map(([site, shown]) => (
        <div key={site}>
          <h3>{site}</h3>
          <ul class="shown-pages">
            {shown.map((page) => (
              <li key={JSON.stringify(page)}>
                <p>
                  <strong>{nameOf(page)}</strong> {columnOf(page)}
                </p>
                <button
                  type="button"
                  aria-label={i18n.t('options.shown.forgetPage', { page: nameOf(page), site })}
                  onClick={() => void forget(site, page)}
                >
                  {i18n.t('options.shown.forget')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <NoticeLine place="shown" notice={options.notice} />
    </section>
  );
}

function nameOf({ screen }: ShownPage): string {
  return screen.title ?? screen.address ?? '';
}

function columnOf({ column }: ShownPage): string {
  return column.caption === null
    ? i18n.t('options.shown.place', { place: String(column.position + 1) })
    : i18n.t('options.shown.column', { caption: column.caption });
}
