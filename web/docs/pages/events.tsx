import { eventCatalogue } from '@smooth/contract/webhooks/catalogue.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useTitle } from '../title.ts';
import { CodeBlock } from '../components/code-block.tsx';
import classes from './prose.module.css';

/** Every type of event that is recorded, with what its data looks like. */
export function EventsPage() {
  const { text } = useSpeech('docs');
  useTitle(text('events'));
  return (
    <article className={classes.prose}>
      <h1>{text('events')}</h1>
      <p className={classes.about}>{text('events_about')}</p>
      {eventCatalogue.map(({ event: { type }, description, example }) => (
        <section key={type} id={type} className={classes.entry} lang="en">
          <h2>{type}</h2>
          <p>{description}.</p>
          <CodeBlock codes={[{ language: 'json', text: JSON.stringify(example, null, 2) }]} />
        </section>
      ))}
    </article>
  );
}
