import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCircle, IconCircleCheckFilled, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useBusiness, useMay } from '../../identity/api.ts';
import { useFacts } from '../api.ts';
import { doneOf, isNew, nextOf, type StepId, stepIds } from '../steps.ts';
import classes from './first-steps.module.css';
import { StepAction } from './step-action.tsx';

/** Leads a new business to its first booking; checks itself off, and goes away for good when it is hidden or done. */
export function FirstSteps() {
  const { text } = useSpeech('first-steps');
  const may = useMay();
  const { id, name } = useBusiness();
  const facts = useFacts();
  const [hidden, setHidden] = useLocalStorage({ key: `smooth-first-steps-hidden-${id}`, defaultValue: false });
  if (hidden || !facts || !isNew(facts) || !may('service.edit')) return null;
  const done = doneOf(facts);
  const next = nextOf(done);
  const count = stepIds.filter((step) => done[step]).length;
  return (
    <section className={classes.card} aria-label={text('first_steps')}>
      <header className={classes.head}>
        <div>
          <h2>{text('ready', { business: name })}</h2>
          <p className="soft">{text('done_of', { done: count, total: stepIds.length })}</p>
        </div>
        <Tooltip label={text('hide')}>
          <ActionIcon variant="subtle" color="gray" aria-label={text('hide')} onClick={() => setHidden(true)}>
            <IconX />
          </ActionIcon>
        </Tooltip>
      </header>
      <Progress value={(count / stepIds.length) * 100} size="xs" aria-label={text('steps_done')} />
      <ol className={classes.steps}>
        {stepIds.map((step) => (
          <Step key={step} step={step} isDone={done[step]} isNext={step === next}>
            <StepAction step={step} isNext={step === next} />
          </Step>
        ))}
      </ol>
    </section>
  );
}

interface Step {
  step: StepId;
  isDone: boolean;
  isNext: boolean;
  children: ReactNode;
}

function Step({ step, isDone, isNext, children }: Step) {
  const { text } = useSpeech('first-steps');
  return (
    <li className={classes.step} data-done={isDone} data-next={isNext}>
      {isDone ? <IconCircleCheckFilled aria-hidden /> : <IconCircle aria-hidden stroke={1.7} />}
      <div>
        <strong>{text(step)}</strong>
        {isDone ? <span className="unseen">{text('step_done')}</span> : <p>{text(`${step}_about`)}</p>}
      </div>
      {isDone ? null : children}
    </li>
  );
}
