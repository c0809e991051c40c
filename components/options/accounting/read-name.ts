import type { FormReader } from '../form-reader';
import type { System } from './connection-of';
import { systemTitle } from './system-title';

const SYSTEMS: readonly System[] = ['poweroffice-go', 'business-central', 'dynamics-nav'];

/**
 * What people call the connection; as before where the form does not show that. One that is called by its system goes
 * on being called by it when it becomes one to another system.
 */
export function readName(form: FormReader, before: string | undefined, system: System): string {
  const name = form.has('connectionName') ? form.text('connectionName') : (before ?? '');
  return name === '' || SYSTEMS.map(systemTitle).includes(name) ? systemTitle(system) : name;
}
