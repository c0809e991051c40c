import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NoticeLine } from '../notice-line';
import { SelectField } from '../select-field';
import type { EditedConnection } from './use-edited-connection';

interface Props {
  readonly editor: EditedConnection;
  /** Whether something of the connection was changed and is not saved. */
  readonly isChanged: () => boolean;
}

const NEW = '+';

/** Which of the connections the form shows; adds one, or removes the one that is shown. */
export function ConnectionChooser({ editor, isChanged }: Props) {
  const { connections, editing, isManaged, mayAdd, choose, remove } = editor;
  const [asking, setAsking] = useState(false);
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const shown = editing === 'new' ? NEW : editing.id;
  const name = connections.find(({ id }) => id === shown)?.name ?? '';

  const go = (to: string): void => {
    if (to === shown) return setWarnedOf(null);
    // The second time it is meant.
    if (isChanged() && warnedOf !== to) return setWarnedOf(to);
    setWarnedOf(null);
    setAsking(false);
    choose(to === NEW ? 'new' : { id: to });
  };
  return (
    <div class="group">
      <SelectField
        key={`${shown} ${warnedOf ?? ''}`}
        name="connection"
        label={i18n.t('options.connections.label')}
        help={i18n.t('options.connections.help')}
        value={shown}
        onChoose={go}
        choices={[
          ...connections.map((each) => ({ value: each.id, label: each.name })),
          ...(mayAdd ? [{ value: NEW, label: i18n.t('options.connections.add') }] : []),
        ]}
      />
      <NoticeLine
        place="form"
        notice={
          warnedOf === null
            ? null
            : { place: 'form', tone: 'bad', text: i18n.t('options.connections.unsaved') }
        }
      />
      {editing !== 'new' && !isManaged && (
        <div class="actions">
          <button type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {i18n.t('options.connections.remove')}
          </button>
        </div>
      )}
      {editing !== 'new' && asking && (
        <div class="confirm">
          <p class="help warning">{i18n.t('options.connections.removeMeans', { name })}</p>
          <button
            type="button"
            onClick={() => {
              setAsking(false);
              remove();
            }}
          >
            {i18n.t('options.connections.removeNow')}
          </button>
        </div>
      )}
    </div>
  );
}
