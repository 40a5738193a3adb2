import { useEffect } from 'react';
import { CodeBlock } from '../components/code-block.tsx';
import { NextGuide } from '../components/next-guide.tsx';
import type { Guide } from '../markdown.ts';
import { useTitle } from '../title.ts';
import classes from './prose.module.css';

/** One guide as it is written in `docs/api`. */
export function GuidePage({ guide: { slug, title, blocks } }: { guide: Guide }) {
  useTitle(title);
  useEffect(() => {
    // The page was not there yet when the browser looked for what the address names.
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article className={classes.prose} lang="en">
      <h1>{title}</h1>
      {blocks.map((block, index) =>
        block.kind === 'code' ? (
          <CodeBlock key={index} codes={block.codes} />
        ) : (
          // Written by us, in this repository.
          <div key={index} className={classes.text} dangerouslySetInnerHTML={{ __html: block.html }} />
        ),
      )}
      <NextGuide after={slug} />
    </article>
  );
}
