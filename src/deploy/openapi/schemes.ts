import { isObject } from '../../http/is-object.js';
import { at } from '../reading/place.js';
import type { Located, OpenApiDocument } from './open-api-document.js';
import { entriesOf } from './operations.js';
import { follow } from './reference.js';

/** A security scheme, such as an API key or an authorizer. */
export interface Scheme extends Located {
  readonly name: string;
}

/** Lists the security schemes of a document: `securityDefinitions` of OpenAPI 2, `components.securitySchemes` of OpenAPI 3. */
export function listSchemes(document: Pick<OpenApiDocument, 'root' | 'place'>): readonly Scheme[] {
  const { securityDefinitions, components } = document.root;
  const lists = [
    { value: securityDefinitions, place: at(document.place, 'securityDefinitions') },
    { value: isObject(components) ? components['securitySchemes'] : undefined, place: at(document.place, 'components', 'securitySchemes') },
  ];
  return lists.flatMap((list) => entriesOf(follow(list, document)).map(([name, scheme]) => ({ name, ...follow(scheme, document) })));
}
