/** A message before it becomes text or HTML: what is said, not how it looks. */
export interface Letter {
  locale: string;
  /** `#rrggbb` of the business; null is the colour of the product. */
  brand_color: string | null;
  business: string;
  hello: string;
  heading: string;
  body: string;
  facts: [label: string, value: string][];
  button: { label: string; href: string } | null;
  /** Small print under the button. */
  notes: string[];
  footer: string[];
}

export function textOf(letter: Letter): string {
  const { hello, heading, body, facts, button, notes, footer } = letter;
  const width = Math.max(...facts.map(([label]) => label.length)) + 2;
  const lines = facts.map(([label, value]) => `${`${label}:`.padEnd(width)}${value}`);
  const parts = [
    hello,
    `${heading}. ${body}`,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    `-- \n${footer.join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
