import { isObject } from '../../http/is-object.js';
import { at, type Place, unsupported } from '../reading/place.js';

/** The macros that the readers know, and those without an effect here. */
const KNOWN: ReadonlySet<string> = new Set(['AWS::Serverless-2016-10-31', 'AWS::SecretsManager-2020-07-23', 'AWS::CodeDeployBlueGreen']);

/** Reports the macros that change a template on AWS. */
export function reportTransforms(content: unknown, place: Place): void {
  const transform = isObject(content) ? content['Transform'] : undefined;
  for (const macro of Array.isArray(transform) ? transform : transform === undefined ? [] : [transform]) {
    const name = isObject(macro) ? macro['Name'] : macro;
    if (!KNOWN.has(String(name))) unsupported(at(place, 'Transform'), `The macro \`${String(name)}\` runs on AWS only.`);
  }
}
