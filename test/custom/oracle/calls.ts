import { CALL_BODY, call } from '../drawn-calls.js';
import { compareRuns } from './templates.js';

/** Compares what calls of methods print with Java. */
export const compareCalls = compareRuns(call.map((template) => ({ template, body: CALL_BODY })));
