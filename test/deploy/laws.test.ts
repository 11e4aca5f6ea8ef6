import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Deployment, TemplateError } from '../../src/deploy/index.js';
import { template } from './arbitrary-template.js';
import { readText } from './template.js';

/** Reads a template, or returns the error that refuses it. */
function tryToRead(text: string): Deployment | TemplateError {
  try {
    return readText(text, { format: text.includes('AWS::Serverless') ? 'sam' : 'cloudformation' });
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}

/** Returns whether a value has a place. Keys can have dots themselves. */
function hasPlace(value: unknown, where: string): boolean {
  if (where === '') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, item]) => where === key || (where.startsWith(`${key}.`) && hasPlace(item, where.slice(key.length + 1))),
  );
}

describe('readTemplate', () => {
  test('throws nothing but TemplateError, and returns JSON', () => {
    fc.assert(
      fc.property(template, (written) => {
        const deployment = tryToRead(JSON.stringify(written));
        if (deployment instanceof TemplateError) return;
        expect(JSON.parse(JSON.stringify(deployment))).toStrictEqual(deployment);
      }),
    );
  });

  test('reports places that are in the file', () => {
    fc.assert(
      fc.property(template, (written) => {
        const deployment = tryToRead(JSON.stringify(written, null, 2));
        if (deployment instanceof TemplateError) return;
        for (const { where, line } of [...deployment.unsupported, ...deployment.optional]) {
          expect(hasPlace(written, where), where).toBe(true);
          expect(line, where).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('gives every route of a function its function, or reports it', () => {
    fc.assert(
      fc.property(template, (written) => {
        const deployment = tryToRead(JSON.stringify(written));
        if (deployment instanceof TemplateError) return;
        const routes = deployment.apis.flatMap((api) => api.routes);
        const strangers = routes.filter(({ function: name }) => typeof name === 'string' && deployment.functions[name] === undefined);
        const reported = deployment.unsupported.map(({ what }) => what).join('\n');
        for (const { function: name } of strangers) expect(reported).toContain(`The function \`${name}\` isn't in this file.`);
      }),
    );
  });
});
