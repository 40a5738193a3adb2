import { Button, CopyButton, TextInput } from '@mantine/core';
import type { Feed } from '@smooth/contract/scheduling/feeds.ts';
import { IconCalendarShare, IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { useMe } from '../../identity/api.ts';
import { Ask } from '../../ui/ask.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { feedsQuery, useCreateFeed, useRevokeFeed } from '../api/feeds.ts';
import classes from './rows.module.css';

/** Addresses for calendar programs: of one resource, or of oneself where none is named. */
export function FeedsSection({ resourceId }: { resourceId?: string }) {
  const { text } = useSpeech('scheduling');
  const { user } = useMe();
  const feeds = useQuery(feedsQuery(resourceId));
  const create = useCreateFeed(resourceId);
  const address = create.data?.address ?? null;
  return (
    <Section
      title={text('feed')}
      about={text('feed_about')}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendarShare size="1.2em" />}
          loading={create.isPending}
          onClick={() => create.mutate(undefined, { onError: tellRefusal })}
        >
          {text('feed_make')}
        </Button>
      }
    >
      <Stack>
        {address ? <NewAddress address={address} /> : null}
        <Loaded query={feeds} skeleton={<RowsSkeleton rows={1} />}>
          {(found) => {
            const shown = resourceId ? found : found.filter(({ user_id }) => user_id === user.id);
            return shown.length > 0 ? (
              <ul className={classes.rows}>
                {shown.map((feed) => (
                  <FeedRow key={feed.id} feed={feed} onRevoked={create.reset} />
                ))}
              </ul>
            ) : (
              <p className="soft">{text('feed_none')}</p>
            );
          }}
        </Loaded>
      </Stack>
    </Section>
  );
}

/** Told once: what is stored cannot be turned back into the address. */
function NewAddress({ address }: { address: string }) {
  const { text } = useSpeech('scheduling');
  return (
    <Notice tone="green" title={text('feed_copy_now')}>
      <Stack>
        <TextInput aria-label={text('feed')} readOnly value={address} onFocus={({ target }) => target.select()} />
        <div>
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                leftSection={copied ? <IconCheck size="1.2em" /> : <IconCopy size="1.2em" />}
                onClick={copy}
              >
                {text(copied ? 'copied' : 'feed_copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      </Stack>
    </Notice>
  );
}

function FeedRow({ feed, onRevoked }: { feed: Feed; onRevoked: () => void }) {
  const { text } = useSpeech('scheduling');
  const format = useFormat();
  const revoke = useRevokeFeed();
  const [asking, setAsking] = useState(false);
  const made = format.dateTime(feed.created_at);
  return (
    <li>
      <span>{text('feed_made', { when: made })}</span>
      {feed.can.revoke ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={text('feed_revoke_which', { when: made })}
          onClick={() => setAsking(true)}
        >
          {text('feed_revoke')}
        </Button>
      ) : null}
      {asking ? (
        <Ask
          title={text('feed_revoke_title')}
          verb={text('feed_revoke_verb')}
          isPending={revoke.isPending}
          error={revoke.error}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            revoke.mutate(feed.id, {
              onSuccess: () => {
                tell(text('feed_revoked'));
                setAsking(false);
                onRevoked();
              },
            })
          }
        >
          {text('feed_revoke_text')}
        </Ask>
      ) : null}
    </li>
  );
}
