import '@/utils/jitless';
import { i18n } from '#i18n';
import { drawPage } from '@/components/draw-page';
import { OptionsPage } from '@/components/options/options-page';
import { settingsDesk, settingsPort } from './settings-port';
import '@/components/page.css';
import './style.css';

drawPage(i18n.t('options.title'), <OptionsPage port={settingsPort(settingsDesk())} />);
