import type { World } from '../../world';
import { knob } from '../knobs';
import type { Shape, WireObject } from '../query/shape';

/** Source: ConnectWise OpenAPI 2025.8, `MySecurity`. */
export const MY_SECURITY_SHAPE: Shape = {
  id: 'number',
  addLevel: 'string',
  editLevel: 'string',
  deleteLevel: 'string',
  inquireLevel: 'string',
  moduleFunctionName: 'string',
  moduleFunctionDescription: 'string',
  myAllFlag: 'boolean',
  moduleFunctionIdentifier: 'string',
  reportFlag: 'boolean',
  restrictFlag: 'boolean',
  customFlag: 'boolean',
  moduleDescription: 'string',
  moduleIdentifier: 'string',
  moduleName: 'string',
  sortOrder: 'number',
  member: { id: 'number', identifier: 'string', name: 'string', _info: 'map' },
  _info: 'map',
};

/** What the role of the member allows. */
export function mySecurity(world: World, member: string): WireObject[] {
  const mayPay = knob(world, 'roleMayWritePayments');
  const mayEdit = knob(world, 'roleMayEditInvoices');
  const rights = [
    { module: 'Finance', name: 'Invoicing', read: true, write: mayPay && mayEdit },
    { module: 'Finance', name: 'Accounting Interface', read: true, write: mayPay },
    { module: 'Companies', name: 'Company Maintenance', read: true, write: false },
    {
      module: 'Procurement',
      name: 'Purchase Orders',
      read: knob(world, 'roleMayReadOrders'),
      write: knob(world, 'roleMayEditOrders'),
    },
    { module: 'System', name: 'API Reports', read: world.manage.reportsAvailable, write: false },
    { module: 'System', name: 'Table Setup', read: true, write: false },
  ];
  const level = (allowed: boolean): string => (allowed ? 'All' : 'None');
  return rights.map(({ module, name, read, write }, at) => ({
    id: at + 1,
    addLevel: level(write),
    editLevel: level(write),
    deleteLevel: level(write),
    inquireLevel: level(read),
    moduleFunctionName: name,
    moduleFunctionDescription: name,
    myAllFlag: false,
    moduleFunctionIdentifier: name.replaceAll(' ', ''),
    reportFlag: false,
    restrictFlag: false,
    customFlag: false,
    moduleDescription: module,
    moduleIdentifier: module,
    moduleName: module,
    sortOrder: at + 1,
    member: { id: 1, identifier: member, name: member },
  }));
}
