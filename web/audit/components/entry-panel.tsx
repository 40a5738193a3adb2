import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { useActionWords } from '../../permissions/action-words.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { type Entry, entryQuery, type Where } from '../api.ts';
import { detailsOf, doneIn, partyName } from '../entry-words.ts';
import classes from './entry-panel.module.css';

interface EntryPanel {
  where: Where;
  id: string;
  onClose: () => void;
}

/** All that is known of one entry. */
export function EntryPanel({ where, id, onClose }: EntryPanel) {
  const { text } = useSpeech('audit');
  const { words } = useVoice();
  const entry = useQuery(entryQuery(where, id));
  return (
    <SidePanel id={id} title={entry.data ? doneIn(words.audit, entry.data.action) : text('audit')} onClose={onClose}>
      <Loaded query={entry} skeleton={<FactsSkeleton facts={8} />}>
        {(found) => <EntryFacts entry={found} />}
      </Loaded>
    </SidePanel>
  );
}

function EntryFacts({ entry }: { entry: Entry }) {
  const speech = useSpeech('audit');
  const { text } = speech;
  const { words } = useVoice();
  const format = useFormat();
  const actions = useActionWords();
  const { occurred_at, actor, acting_as, subject, tenant_name, mode, ip_address, session_key, reason } = entry;
  const details = detailsOf(entry.detail, { audit: words.audit, platform: words.platform, actions, speech });
  return (
    <>
      <Facts>
        <Fact name={text('when')}>
          <time dateTime={occurred_at} title={occurred_at}>
            {format.dateTime(occurred_at)}
          </time>
        </Fact>
        <Fact name={text('who')}>{partyName(actor, speech)}</Fact>
        {acting_as ? <Fact name={text('as_whom')}>{partyName(acting_as, speech)}</Fact> : null}
        <Fact name={text('about_whom')}>{partyName(subject, speech)}</Fact>
        {tenant_name === undefined ? null : <Fact name={text('business')}>{tenant_name}</Fact>}
        <Fact name={text('mode')}>{mode ? text(`mode_${mode}`) : null}</Fact>
        <Fact name={text('reason')}>{reason}</Fact>
        <Fact name={text('address')}>{ip_address}</Fact>
        <Fact name={text('session')}>
          {session_key ? (
            <>
              <code className={classes.key}>{session_key}</code>
              <span className="caption">{text('session_about')}</span>
            </>
          ) : null}
        </Fact>
      </Facts>
      {details.length > 0 ? (
        <section className={classes.details} aria-label={text('details')}>
          <h3>{text('details')}</h3>
          <Facts>
            {details.map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </Facts>
        </section>
      ) : null}
    </>
  );
}
