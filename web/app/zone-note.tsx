import { IconWorld } from '@tabler/icons-react';
import { useSpeech } from '../words/use-speech.tsx';
import { sameClock } from './format.ts';
import { useFormat } from './format-context.tsx';
import { useNow } from './now.ts';
import classes from './zone-note.module.css';

/** Said wherever times stand, when the viewer's own clock shows something else. */
export function ZoneNote() {
  const { text } = useSpeech('app');
  const { zone } = useFormat();
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = useNow();
  if (!own || sameClock(zone, own, now)) return null;
  return (
    <p className={classes.note}>
      <IconWorld aria-hidden />
      {text('zones_differ', { place: placeOf(zone), own: placeOf(own) })}
    </p>
  );
}

/** `America/New_York` reads as New York. */
const placeOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
