import '@/utils/jitless';
import { render } from 'preact';
import { i18n } from '#i18n';
import { OptionsPage } from '@/components/options/options-page';
import { settingsDesk, settingsPort } from './settings-port';
import '@/components/page.css';
import './style.css';

document.title = i18n.t('options.title');
const root = document.getElementById('root');
if (root) render(<OptionsPage port={settingsPort(settingsDesk())} />, root);
