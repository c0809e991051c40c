import { i18n } from '#i18n';
import { Button, Field, Line, Screen, Words } from './drawing';
import { Picture } from './picture';

/** Manage, open and signed in, in a tab of its own. */
export function ManageTabPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.manageTab')} height={170}>
      <Screen title="ConnectWise Manage" height={170}>
        <rect class="field marked" x="12" y="36" width="336" height="24" rx="12" />
        <Words x={26} y={52}>
          https://na.myconnectwise.net/…
        </Words>
        <rect class="bar" x="12" y="70" width="72" height="88" />
        {[80, 98, 116, 134].map((y) => (
          <Line key={y} x={22} y={y} width={50} />
        ))}
        <Words x={98} y={88}>
          Invoice Search
        </Words>
        {[102, 120, 138].map((y) => (
          <g key={y}>
            <Line x={98} y={y} width={60} />
            <Line x={172} y={y} width={96} />
            <Line x={282} y={y} width={56} />
          </g>
        ))}
      </Screen>
    </Picture>
  );
}

/** Where the keys of an API member are made. */
export function ApiKeysPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.apiKeys')} height={210}>
      <Screen title="System › Members › API Members" height={210}>
        <Button x={14} y={40} width={70} height={24}>
          Details
        </Button>
        <Button x={92} y={40} width={84} height={24} marked>
          API Keys
        </Button>
        <Button x={184} y={40} width={60} height={24}>
          Notes
        </Button>
        <Field x={14} y={88} width={330} caption="Public Key" value="Ab1cD2eF3gH4iJ5k" marked />
        <Field x={14} y={146} width={330} caption="Private Key" value="••••••••••••••••" marked />
      </Screen>
    </Picture>
  );
}

/** Where a firm gets the id that names its program. */
export function ClientIdPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.clientId')} height={130}>
      <Screen title="developer.connectwise.com › ClientID" height={130}>
        <Words x={14} y={52}>
          Payment Sync
        </Words>
        <Field x={14} y={76} width={330} caption="Client ID" value="1a2b3c4d-…-9f8e7d6c5b4a" marked />
      </Screen>
    </Picture>
  );
}
