/** What an element has besides its children. */
export interface Properties {
  readonly class?: string;
  /** Attributes by name. `true` sets an empty one; `false` and `undefined` leave it out. */
  readonly attributes?: Readonly<Record<string, string | boolean | undefined>>;
  readonly onClick?: () => void;
}

/** A child of an element. A string becomes text, never markup. */
export type Child = Node | string | undefined;

/** Creates an element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { class: className, attributes = {}, onClick }: Properties = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  if (onClick !== undefined) made.addEventListener('click', onClick);
  fill(made, children.flat());
  return made;
}

/** Replaces the children of an element. One by one, because a call can have only so many arguments. */
export function fill(parent: Element, children: readonly Child[]): void {
  parent.textContent = '';
  for (const child of children) if (child !== undefined) parent.append(child);
}

/** Creates a button. */
export function button(label: string, onClick: () => void, properties: Omit<Properties, 'onClick'> = {}): HTMLButtonElement {
  return element('button', { ...properties, attributes: { type: 'button', ...properties.attributes }, onClick }, label);
}

/** Returns an element of the page that the server has sent. */
export function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`The page has no ${type.name} with the id ${id}.`);
}
