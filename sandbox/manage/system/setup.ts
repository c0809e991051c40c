import { Hono } from 'hono';
import type { World } from '../../world';
import type { MemberEnv } from '../access/member-env';
import { knob } from '../knobs';
import { answerList, prepareAnswer } from '../query/answers';
import type { Shape, WireObject } from '../query/shape';
import { forbidden, methodNotAllowed, notFound } from '../refusal';
import { ACCOUNTING_PACKAGE_SHAPE, accountingPackages } from './accounting-package';
import { MY_SECURITY_SHAPE, mySecurity } from './my-security';
import { USER_DEFINED_FIELD_SHAPE, userDefinedFields } from './user-defined-fields';

const INFO_SHAPE: Shape = {
  version: 'string',
  isCloud: 'boolean',
  serverTimeZone: 'string',
  licenseBits: 'list',
  cloudRegion: 'string',
  maxWorkFlowRecordsAllowed: 'number',
};

/** Of ConnectWise OpenAPI 2025.8, `Member`, what tells where somebody stands. */
const MEMBER_SHAPE: Shape = {
  id: 'number',
  identifier: 'string',
  structureLevel: { id: 'number', name: 'string', _info: 'map' },
  _info: 'map',
};

const INFO: WireObject = {
  isCloud: true,
  serverTimeZone: 'Eastern Standard Time',
  licenseBits: [{ name: 'ConnectWise', activeFlag: true }],
  cloudRegion: 'NA',
  maxWorkFlowRecordsAllowed: 1000,
};

/** What a client reads to find out what it has before it. */
export function setupRoutes(world: World): Hono<MemberEnv> {
  const app = new Hono<MemberEnv>();
  app.get('/system/info', (c) =>
    prepareAnswer(INFO_SHAPE, c.req.raw)({ version: knob(world, 'version'), ...INFO }),
  );
  app.get('/system/members/:id{\\d+}', (c) => {
    const structureLevel = knob(world, 'memberLevel');
    if (structureLevel === 'hidden') throw forbidden();
    if (c.req.param('id') !== '1') throw notFound('Member', c.req.param('id'));
    const member = { id: 1, identifier: c.var.member, structureLevel: { ...structureLevel } };
    return prepareAnswer(MEMBER_SHAPE, c.req.raw)(member);
  });
  app.get('/system/userDefinedFields', (c) =>
    answerList(userDefinedFields(world), USER_DEFINED_FIELD_SHAPE, c.req.raw),
  );
  app.get('/system/mySecurity', (c) =>
    answerList(mySecurity(world, c.var.member), MY_SECURITY_SHAPE, c.req.raw),
  );
  app.get('/finance/accountingPackageSetup', (c) =>
    answerList(accountingPackages(world), ACCOUNTING_PACKAGE_SHAPE, c.req.raw),
  );
  for (const path of [
    '/system/info',
    '/system/userDefinedFields',
    '/system/mySecurity',
    '/finance/accountingPackageSetup',
  ]) {
    app.all(path, (c) => {
      throw methodNotAllowed(c.req.method);
    });
  }
  return app;
}
