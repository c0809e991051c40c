import { Hono } from 'hono';
import type { World } from '../../world';
import type { MemberEnv } from '../access/member-env';
import { answerList, prepareAnswer } from '../query/answers';
import type { Shape, WireObject } from '../query/shape';
import { methodNotAllowed } from '../refusal';
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

const INFO: WireObject = {
  version: 'v2025.1.98765',
  isCloud: true,
  serverTimeZone: 'Eastern Standard Time',
  licenseBits: [{ name: 'ConnectWise', activeFlag: true }],
  cloudRegion: 'NA',
  maxWorkFlowRecordsAllowed: 1000,
};

/** What a client reads to find out what it has before it. */
export function setupRoutes(world: World): Hono<MemberEnv> {
  const app = new Hono<MemberEnv>();
  app.get('/system/info', (c) => prepareAnswer(INFO_SHAPE, c.req.raw)(INFO));
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
