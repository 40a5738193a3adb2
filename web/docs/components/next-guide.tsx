import { IconArrowRight } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { guideAddress, guides } from '../guides.ts';
import classes from '../pages/prose.module.css';

/** The way on at the end of a guide. */
export function NextGuide({ after }: { after: string }) {
  const { text } = useSpeech('docs');
  const next = guides[guides.findIndex(({ slug }) => slug === after) + 1];
  if (!next) return null;
  return (
    <a className={classes.next} href={guideAddress(next.slug)}>
      <span>{text('next')}</span>
      {next.title}
      <IconArrowRight aria-hidden />
    </a>
  );
}
