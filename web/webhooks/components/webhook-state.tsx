import { Button } from '@mantine/core';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, Stack } from '../../ui/page.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useChangeWebhook } from '../api.ts';
import { shareOf } from '../share.ts';
import { EventName } from './event-name.tsx';
import classes from './events.module.css';
import { WebhookMark } from './webhook-mark.tsx';

/** How it goes, and the switch. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { text, count } = useSpeech('webhooks');
  const format = useFormat();
  const change = useChangeWebhook(webhook.id);
  const { is_active, disabled_at, event_types, last_day, waiting, revision } = webhook;
  const share = shareOf(last_day);
  const turn = (on: boolean) =>
    change.mutate(
      { revision, is_active: on },
      { onSuccess: () => tell(text(on ? 'turned_on' : 'turned_off')), onError: tellRefusal },
    );
  return (
    <Section
      title={text('state')}
      about={<WebhookMark webhook={webhook} />}
      action={
        webhook.can.edit ? (
          <Button
            size="xs"
            variant={is_active ? 'default' : 'filled'}
            loading={change.isPending}
            onClick={() => turn(!is_active)}
          >
            {text(is_active ? 'turn_off' : disabled_at ? 'turn_on_again' : 'turn_on')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {disabled_at ? (
          <Notice tone="red" title={text('disabled_title', { when: format.dateTime(disabled_at) })}>
            {text('disabled_text')}
          </Notice>
        ) : null}
        <Facts>
          {event_types === null ? <Fact name={text('types')}>{text('types_all')}</Fact> : null}
          <Fact name={text('last_day')}>
            {share === null
              ? null
              : text('last_day_share', {
                  share: format.percent(share),
                  tries: count('tries', last_day.succeeded + last_day.failed),
                })}
          </Fact>
          <Fact name={text('waiting')}>{format.count(waiting)}</Fact>
        </Facts>
        {event_types === null ? null : <Types types={event_types} />}
      </Stack>
    </Section>
  );
}

const FEW = 6;

/** The chosen types; many only once somebody wants to see them. */
function Types({ types }: { types: string[] }) {
  const { text, count } = useSpeech('webhooks');
  const [isWhole, setWhole] = useState(types.length <= FEW);
  return (
    <section className={classes.chosen} aria-label={text('types')}>
      <h3>{text('types')}</h3>
      <ul className={classes.types}>
        {(isWhole ? types : types.slice(0, FEW)).map((type) => (
          <li key={type}>
            <EventName type={type} />
          </li>
        ))}
      </ul>
      {isWhole ? null : (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => setWhole(true)}>
            {count('show_all', types.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
