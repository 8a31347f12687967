type Content = Node | string;

/** Creates an element with properties, attributes (names with a hyphen, `role` and `lang`) and content. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Omit<HTMLElementTagNameMap[K], 'role' | 'dataset'>> & { role?: string; [attribute: `${string}-${string}`]: string } = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (key.includes('-') || key === 'role' || key === 'lang') made.setAttribute(key, String(value));
    else Object.assign(made, { [key]: value });
  }
  made.append(...content);
  return made;
}

/** Creates a button. */
export function button(text: string, act: () => unknown): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}
