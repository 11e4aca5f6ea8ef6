/** The types of type-fest that this library uses. The build copies them into the declarations, so you needn't install type-fest. */
export type { IsNever, LiteralUnion } from 'type-fest';
