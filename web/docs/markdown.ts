import { marked, type Token, type Tokens } from 'marked';

/** One example in one language. */
export interface Code {
  language: string;
  text: string;
}

export type Block = { kind: 'prose'; html: string } | { kind: 'code'; codes: Code[] };

export interface Guide {
  slug: string;
  title: string;
  blocks: Block[];
}

/** The titles of the languages, which are names and the same in every language of people. */
export const languageTitles: Record<string, string> = {
  bash: 'curl',
  ts: 'TypeScript',
  python: 'Python',
  http: 'HTTP',
  json: 'JSON',
};

/** A guide as it is written in `docs/api`: one title, then prose; examples of the same thing stand together as tabs. */
export function parseGuide(slug: string, text: string): Guide {
  const tokens = marked.lexer(text);
  const title = tokens.find((token): token is Tokens.Heading => token.type === 'heading' && token.depth === 1);
  const rest = tokens.filter((token) => token !== title && token.type !== 'space');
  return { slug, title: title?.text ?? slug, blocks: rest.reduce(addTo, []) };
}

function addTo(blocks: Block[], token: Token): Block[] {
  const last = blocks.at(-1);
  if (token.type === 'code') {
    const { lang = '', text } = token as Tokens.Code;
    const code = { language: lang.split(' ')[0]!, text };
    const isFurther = last?.kind === 'code' && last.codes.every(({ language }) => language !== code.language);
    if (isFurther && isProgram(code) && last.codes.every(isProgram)) last.codes.push(code);
    else blocks.push({ kind: 'code', codes: [code] });
    return blocks;
  }
  const html = marked.parser([token], { renderer });
  if (last?.kind === 'prose') last.html += html;
  else blocks.push({ kind: 'prose', html });
  return blocks;
}

const isProgram = ({ language }: Code): boolean => ['bash', 'ts', 'python'].includes(language);

const renderer = new marked.Renderer();
/** Guides link to each other as the files they are; here they are pages. */
renderer.link = function link({ href, tokens }) {
  const to = href.endsWith('.md') ? `/docs/api/${href.replace(/\.md$/, '')}` : href;
  return `<a href="${to}">${this.parser.parseInline(tokens)}</a>`;
};
renderer.heading = function heading({ tokens, depth, text }) {
  const id = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>`;
};
