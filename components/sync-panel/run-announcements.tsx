import type { ConnectionState } from '@/utils/messaging/protocol';
import { announcement } from './announcement';

interface Props {
  readonly connections: readonly ConnectionState[];
  readonly locale: string | undefined;
}

/** What a screen reader says of the runs, with the names of the connections where there are several. */
export function RunAnnouncements({ connections, locale }: Props) {
  const isOne = connections.length === 1;
  return (
    <div role="status" class="unseen">
      {connections.map(
        ({ id, name, run }) =>
          run && <p key={id}>{`${isOne ? '' : `${name}: `}${announcement(run, locale)}`}</p>,
      )}
    </div>
  );
}
