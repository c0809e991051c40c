import type { Connection } from '@/utils/storage/settings';
import type { FormReader } from '../form-reader';
import type { Purpose } from '../read-form';
import { connectionOf } from './connection-of';
import { readBusinessCentral } from './read-business-central';
import { readDynamicsNav } from './read-dynamics-nav';
import { readPowerOffice } from './read-poweroffice';

/**
 * The connection to the chosen accounting system, from that system's fields alone. Null where there is none yet and
 * none of the keys of PowerOffice Go, the system shown at first, was filled in: Manage can be connected before.
 *
 * @param wanted whether books have to be connected; unless said otherwise, where some are already
 */
export function readConnection(
  form: FormReader,
  connections: readonly Connection[],
  purpose: Purpose,
  wanted = connections.length > 0,
): Connection | null {
  switch (form.text('system')) {
    case 'business-central':
      return readBusinessCentral(form, connectionOf(connections, 'business-central'), purpose);
    case 'dynamics-nav':
      return readDynamicsNav(form, connectionOf(connections, 'dynamics-nav'));
    default:
      return readPowerOffice(form, connectionOf(connections, 'poweroffice-go'), wanted);
  }
}
