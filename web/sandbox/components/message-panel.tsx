import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/loaded.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { messageQuery } from '../api.ts';
import classes from './message-panel.module.css';

export function MessagePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { text } = useSpeech('sandbox');
  const message = useQuery(messageQuery(id));
  return (
    <SidePanel title={message.data?.subject ?? text('outbox')} id={id} onClose={onClose}>
      <Loaded query={message} skeleton={<RowsSkeleton rows={8} />}>
        {(found) => (
          <>
            <p className="soft">{found.recipient}</p>
            <pre className={classes.text}>{found.text}</pre>
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}
