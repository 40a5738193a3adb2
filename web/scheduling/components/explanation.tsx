import { Button } from '@mantine/core';
import type { Explanation as Answer } from '@smooth/contract/scheduling/availability.ts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { explanationQuery } from '../api/availability.ts';
import { checkWords } from '../check-words.ts';
import type { TimeQuestion } from '../picked.ts';
import classes from './times.module.css';

export const explained = (question: TimeQuestion, start: string) =>
  explanationQuery({
    service_id: question.serviceId,
    start,
    resource_id: question.resourceId,
    ignore_appointment_id: question.ignoreId,
    audience: 'business',
  });

/** Each rule in words, those that stand in the way first. */
export function Explanation({ question, start }: { question: TimeQuestion; start: string }) {
  const { text } = useSpeech('scheduling');
  const explanation = useQuery(explained(question, start));
  const [all, setAll] = useState(false);
  return (
    <Loaded query={explanation} skeleton={<FactsSkeleton facts={3} />}>
      {({ checks }) => {
        const failed = checks.filter(({ ok, binds }) => !ok && binds);
        const shown = all || failed.length === 0 ? [...failed, ...checks.filter(({ ok }) => ok)] : failed;
        return (
          <>
            <ul className={classes.checks} aria-label={text('for_and_against')}>
              {shown.map((check, index) => (
                <CheckLine key={`${check.rule} ${check.resource_id ?? ''} ${index}`} check={check} />
              ))}
            </ul>
            {all || shown.length > failed.length || checks.every(({ ok }) => !ok) ? null : (
              <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
                {text('show_fitting')}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function CheckLine({ check }: { check: Answer['checks'][number] }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const { blocker } = check;
  return (
    <li className={classes.check} data-ok={check.ok}>
      {check.ok ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
      <span>
        <span className="unseen">{text(check.ok ? 'fits' : 'in_the_way')} </span>
        {checkWords(check, speech)}
        {blocker?.kind === 'appointment' && blocker.id ? (
          <>
            {' '}
            <Link to="/appointments/$id" params={{ id: blocker.id }} target="_blank">
              {text('see_appointment', { when: format.timeRange(blocker.start, blocker.end) })}
            </Link>
          </>
        ) : null}
      </span>
    </li>
  );
}

/** "Why not?" beside a time that was refused. */
export function WhyNot({ question, start }: { question: TimeQuestion; start: string }) {
  const { text } = useSpeech('scheduling');
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text('why_not')}
      </Button>
      {open ? <Explanation question={question} start={start} /> : null}
    </div>
  );
}
