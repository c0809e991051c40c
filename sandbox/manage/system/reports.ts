import { Hono } from 'hono';
import type { World } from '../../world';
import type { MemberEnv } from '../access/member-env';
import { knob } from '../knobs';
import { compileConditions } from '../query/conditions';
import { cutPage } from '../query/paging';
import { readParameters } from '../query/parameters';
import type { Kind, Shape, WireObject } from '../query/shape';
import { badRequest, forbidden, methodNotAllowed, notFound } from '../refusal';
import { invoiceReportRow, INVOICES_REPORT } from './invoices-report';

const REPORT = '/system/reports/:name';
const COLUMNS = `${REPORT}/columns`;

const TYPES: Partial<Record<Kind, string>> = {
  string: 'Text',
  number: 'Numeric',
  boolean: 'Boolean',
  date: 'DateTime',
};

/**
 * `/system/reports/{name}`, of which this firm has *Invoices*. A report is cut down by `columns`, not `fields`.
 * Source: ConnectWise OpenAPI 2025.8, `ReportDataResponse`.
 */
export function reportRoutes(world: World): Hono<MemberEnv> {
  const app = new Hono<MemberEnv>();

  app.get(COLUMNS, (c) => {
    refuseUnlessAvailable(c.req.param('name'));
    readParameters(c.req.raw, []);
    return c.json(definitions(Object.keys(INVOICES_REPORT)));
  });

  app.get(REPORT, (c) => {
    refuseUnlessAvailable(c.req.param('name'));
    const parameters = readParameters(c.req.raw, ['columns', 'conditions', 'page', 'pageSize']);
    const columns = parameters.get('columns')?.split(',') ?? Object.keys(INVOICES_REPORT);
    const unknown = columns.find((column) => !Object.hasOwn(INVOICES_REPORT, column));
    if (unknown !== undefined) throw badRequest(`Invalid column: ${unknown}`);
    const conditions = parameters.get('conditions');
    const holds = conditions === undefined ? () => true : compileConditions(conditions, reportShape());
    const all: WireObject[] = world.manage.invoices.map(invoiceReportRow);
    const { rows, link } = cutPage(all.filter(holds), c.req.raw);
    return c.json(
      {
        column_definitions: definitions(columns),
        row_values: rows.map((row) => columns.map((column) => row[column] ?? null)),
      },
      200,
      link === undefined ? {} : { Link: link },
    );
  });

  for (const path of [REPORT, COLUMNS]) {
    app.all(path, (c) => {
      throw methodNotAllowed(c.req.method);
    });
  }
  return app;

  function refuseUnlessAvailable(name: string): void {
    const { reportsAvailable } = world.manage;
    if (!reportsAvailable && knob(world, 'reportsRefusal') === 403) throw forbidden();
    if (!reportsAvailable || name !== 'Invoices') throw notFound('Report', name);
  }
}

const reportShape = (): Shape =>
  Object.fromEntries(Object.entries(INVOICES_REPORT).map(([name, { kind }]) => [name, kind]));

function definitions(columns: readonly string[]): WireObject[] {
  return columns.map((name) => {
    const column = INVOICES_REPORT[name];
    return {
      [name]: {
        type: TYPES[column?.kind ?? 'string'],
        isNullable: column?.nullable,
        identityColumn: name === 'Billing_Log_RecID',
      },
    };
  });
}
