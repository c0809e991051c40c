import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { readManage } from '@/components/options/read-manage';
import { SignInFields } from '@/components/options/sign-in-fields';
import { ManageSiteField } from './manage-site-field';
import { ApiKeysPicture, ClientIdPicture, ManageTabPicture } from './pictures/manage-pictures';
import { StepActions } from './step-actions';
import { StepCheck } from './step-check';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { useFoundManage } from './use-found-manage';
import { useStepForm } from './use-step-form';

const SITE_FIELDS = ['foundSite', 'site', 'companyId'];

/** Which Manage it is, which is found rather than typed, and how to sign in to it. */
export function ManageStep(props: StepProps) {
  const { port, options, stored, onDone } = props;
  const { settings } = stored;
  const form = useStepForm({
    ...props,
    step: 'manage',
    checked: () => 'manage',
    read: (reader) => ({ ...settings, manage: readManage(reader, stored) }),
  });
  const found = useFoundManage(port, settings.manage);
  const [chosenSignIn, setSignIn] = useState(settings.manage?.signIn);
  const signIn = chosenSignIn ?? (found.chosen?.member ? 'session' : 'api-keys');
  return (
    <StepFrame
      title={i18n.t('setup.manage.title')}
      intro={i18n.t('setup.manage.intro')}
      picture={
        <>
          <ManageTabPicture />
          {signIn === 'api-keys' && <ApiKeysPicture />}
          <ClientIdPicture />
        </>
      }
    >
      <form
        {...form.attributes}
        onInput={(event) => {
          form.attributes.onInput();
          // Whoever has begun to fill in fields keeps them, whatever is found meanwhile. Naming the site begins nothing:
          // how to sign in there is only known once it is found.
          if (!isAboutSite(event.target)) setSignIn(signIn);
        }}
      >
        <ManageSiteField found={found} errors={form.errors} port={port} />
        <SignInFields
          stored={stored}
          errors={form.errors}
          signIn={signIn}
          onChoose={setSignIn}
          first="session"
        />
        <StepActions busy={form.busy} next={i18n.t('setup.check')} />
      </form>
      <StepCheck
        port={port}
        options={options}
        stored={stored}
        onDone={onDone}
        of="manage"
        name={i18n.t('options.manage.title')}
        form={form}
      />
    </StepFrame>
  );
}

function isAboutSite(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && SITE_FIELDS.includes(target.name);
}
