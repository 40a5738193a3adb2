import { IconFlaskOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay, useMe } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { statusQuery } from '../api.ts';
import { ClockSection } from '../components/clock-section.tsx';
import { MessagePanel } from '../components/message-panel.tsx';
import { OutboxSection } from '../components/outbox-section.tsx';
import { WorldSection } from '../components/world-section.tsx';

/** What one can do with the world beside the live one. */
export function SandboxPage() {
  const { text } = useSpeech('sandbox');
  const { mode } = useMe();
  const may = useMay();
  const isHere = mode === 'sandbox' && may('sandbox.switch');
  return (
    <Page title={text('title')} about={text('about')}>
      {isHere ? (
        <Tools />
      ) : (
        <Empty icon={<IconFlaskOff />} title={text('not_here')}>
          {text('not_here_text')}
        </Empty>
      )}
    </Page>
  );
}

function Tools() {
  const status = useQuery(statusQuery);
  const { message } = useSearch({ from: '/shell/sandbox' });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/sandbox', search: {} });
  return (
    <>
      <Loaded query={status} skeleton={<RowsSkeleton rows={6} />}>
        {(found) => (
          <>
            <WorldSection status={found} />
            <ClockSection status={found} />
          </>
        )}
      </Loaded>
      <OutboxSection open={message} />
      {message ? <MessagePanel id={message} onClose={close} /> : null}
    </>
  );
}
