import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCircle, IconCircleCheckFilled, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useBusiness, useMay } from '../../identity/api.ts';
import { useFacts } from '../api.ts';
import { doneOf, isNew, nextOf, type StepId, stepIds } from '../steps.ts';
import classes from './first-steps.module.css';
import { StepAction } from './step-action.tsx';

const words: Record<StepId, [title: string, about: string]> = {
  hours: ['Set your opening hours', 'Customers can book while you are open.'],
  resource: ['Add who or what is booked', 'Yourself, a colleague, a room, a machine.'],
  service: ['Add a service', 'What it is, how long it takes, what it costs.'],
  brand: ['Make the booking page yours', 'Your colour, your logo, a line below your name.'],
  booking: ['Book the first appointment', 'Try your booking page, then share its address.'],
};

/** Leads a new business to its first booking; checks itself off, and goes away for good when it is hidden or done. */
export function FirstSteps() {
  const may = useMay();
  const { id, name } = useBusiness();
  const facts = useFacts();
  const [hidden, setHidden] = useLocalStorage({ key: `smooth-first-steps-hidden-${id}`, defaultValue: false });
  if (hidden || !facts || !isNew(facts) || !may('service.edit')) return null;
  const done = doneOf(facts);
  const next = nextOf(done);
  const count = stepIds.filter((step) => done[step]).length;
  return (
    <section className={classes.card} aria-label="First steps">
      <header className={classes.head}>
        <div>
          <h2>Get {name} ready for its first booking</h2>
          <p className="soft">
            {count} of {stepIds.length} done
          </p>
        </div>
        <Tooltip label="Hide the first steps">
          <ActionIcon variant="subtle" color="gray" aria-label="Hide the first steps" onClick={() => setHidden(true)}>
            <IconX />
          </ActionIcon>
        </Tooltip>
      </header>
      <Progress value={(count / stepIds.length) * 100} size="xs" aria-label="First steps done" />
      <ol className={classes.steps}>
        {stepIds.map((step) => (
          <Step key={step} words={words[step]} isDone={done[step]} isNext={step === next}>
            <StepAction step={step} isNext={step === next} />
          </Step>
        ))}
      </ol>
    </section>
  );
}

interface Step {
  words: [title: string, about: string];
  isDone: boolean;
  isNext: boolean;
  children: ReactNode;
}

const Step = ({ words: [title, about], isDone, isNext, children }: Step) => (
  <li className={classes.step} data-done={isDone} data-next={isNext}>
    {isDone ? <IconCircleCheckFilled aria-hidden /> : <IconCircle aria-hidden stroke={1.7} />}
    <div>
      <strong>{title}</strong>
      {isDone ? <span className="unseen">, done</span> : <p>{about}</p>}
    </div>
    {isDone ? null : children}
  </li>
);
