import { i18n } from '#i18n';
import type { System } from './connection-of';

/** What people call an accounting system. */
export function systemTitle(system: System): string {
  switch (system) {
    case 'poweroffice-go':
      return i18n.t('options.powerOffice.title');
    case 'business-central':
      return i18n.t('options.businessCentral.title');
    case 'dynamics-nav':
      return i18n.t('options.dynamicsNav.title');
  }
}
