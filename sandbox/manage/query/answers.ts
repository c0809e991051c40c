import { compileConditions } from './conditions';
import { compileOrder } from './order-by';
import { cutPage } from './paging';
import { readParameters } from './parameters';
import { compileProjection } from './projection';
import type { Shape, WireObject } from './shape';

const LIST_PARAMETERS = ['conditions', 'orderBy', 'fields', 'page', 'pageSize', 'pageId'];

/**
 * Answers a list: filtered, sorted (by id unless told otherwise), one page of it, cut down to the fields asked for.
 * @throws Refusal 400
 */
export function answerList(objects: readonly WireObject[], shape: Shape, request: Request): Response {
  const parameters = readParameters(request, LIST_PARAMETERS);
  const matching = filtered(objects, shape, parameters);
  const sorted = matching.toSorted(compileOrder(parameters.get('orderBy') ?? 'id', shape));
  const { rows, link } = cutPage(sorted, request);
  const project = projection(shape, parameters);
  return Response.json(rows.map(project), { headers: link === undefined ? {} : { Link: link } });
}

/** Answers how many objects there are. */
export function answerCount(objects: readonly WireObject[], shape: Shape, request: Request): Response {
  return Response.json({ count: filtered(objects, shape, readParameters(request, ['conditions'])).length });
}

/**
 * Prepares the answer of one object, cut down to the fields asked for. A write prepares it before it changes
 * anything, so that a refused query changes nothing.
 * @throws Refusal 400
 */
export function prepareAnswer(
  shape: Shape,
  request: Request,
): (object: WireObject, status?: number) => Response {
  const project = projection(shape, readParameters(request, ['fields']));
  return (object, status = 200) => Response.json(project(object), { status });
}

function filtered(
  objects: readonly WireObject[],
  shape: Shape,
  parameters: ReadonlyMap<string, string>,
): readonly WireObject[] {
  const conditions = parameters.get('conditions');
  return conditions === undefined ? objects : objects.filter(compileConditions(conditions, shape));
}

function projection(
  shape: Shape,
  parameters: ReadonlyMap<string, string>,
): (object: WireObject) => WireObject {
  const fields = parameters.get('fields');
  return fields === undefined ? (object) => object : compileProjection(fields, shape);
}
