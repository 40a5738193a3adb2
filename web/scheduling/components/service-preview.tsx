import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import type { ServiceForm } from '../service-form.ts';
import { occupiedWords } from '../service-words.ts';
import classes from './service-preview.module.css';

/** The service as customers meet it, and the time it really takes. */
export function ServicePreview({ service }: { service: ServiceForm }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const { padding_before_minutes: before, padding_after_minutes: after, duration_minutes: length } = service;
  const price = format.money(Math.round((service.price || 0) * 10 ** format.minorDigits));
  return (
    <aside className={classes.preview} aria-label={text('preview')}>
      <div className={classes.card}>
        <span className={classes.strip} style={{ background: service.color }} />
        <span className={classes.text}>
          <strong>{service.name || text('preview_name')}</strong>
          <span className="soft">{service.description.split('\n')[0] || text('preview_line')}</span>
        </span>
        <span className={classes.numbers}>
          <span>{format.duration(length)}</span>
          <strong>{price}</strong>
        </span>
      </div>
      <p className="caption">{occupiedWords({ length, before, after }, format, speech) ?? text('preview_caption')}</p>
    </aside>
  );
}
