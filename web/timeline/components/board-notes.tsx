import { useSpeech } from '../../words/use-speech.tsx';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/states.tsx';
import type { Model } from '../model.ts';
import { BoardSkeleton } from './board-skeleton.tsx';
import classes from './page.module.css';

/** What stands where rows would be: nothing yet, nothing at all, or nothing that passes the filters. */
export function BoardNotes({ model, shown, isLoading }: { model: Model | null; shown: number; isLoading: boolean }) {
  const { text } = useSpeech('timeline');
  if (!model) return isLoading ? <BoardSkeleton /> : null;
  if (model.rows.length === 0) return <FirstUse />;
  return shown === 0 ? <p className={classes.note}>{text('nobody')}</p> : null;
}

function FirstUse() {
  const { text } = useSpeech('timeline');
  return (
    <div className={classes.first}>
      <Empty icon={<IconCalendarPlus />} title={text('empty_title')}>
        {text('empty_text')}
        <br />
        <Button component={Link} to="/resources/new" mt="md">
          {text('empty_action')}
        </Button>
      </Empty>
    </div>
  );
}
