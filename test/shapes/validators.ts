import { Ajv2020 } from 'ajv/dist/2020.js';
import { printJsonSchemas } from './print-json-schemas.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

/** Checks the JSON Schema of each shape as another program does: by the name of its type, whether a value is valid. */
export const validators: ReadonlyMap<string, (value: unknown) => boolean> = new Map(
  [...printJsonSchemas()].map(([name, schema]) => {
    const validate = ajv.compile(schema);
    return [name, (value) => validate(value) === true];
  }),
);
