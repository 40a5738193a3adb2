import { ActionIcon } from '@mantine/core';
import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { isSomethingOnTop } from './on-top.ts';
import { useSteps } from './steps.tsx';
import classes from './side-panel.module.css';

interface SidePanel {
  title: string;
  /** The object shown, so that next and previous know where they are. */
  id?: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons that stay in sight at the lower edge. */
  foot?: ReactNode;
}

/** Details beside a list. Escape closes; J and K, or the arrows, go to the next and the previous one. */
export function SidePanel({ title, id, onClose, children, foot }: SidePanel) {
  const { text } = useSpeech('ui');
  const step = useSteps(id);
  useHotkeys([
    ['j', () => step.next?.()],
    ['k', () => step.previous?.()],
    ['ArrowDown', () => step.next?.()],
    ['ArrowUp', () => step.previous?.()],
  ]);
  // Heard before a dialog on top closes itself with the same key, and is gone when this looks.
  useWindowEvent('keydown', ({ key }) => key === 'Escape' && leave(onClose), { capture: true });
  return (
    <aside className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2 key={id} ref={focus} tabIndex={-1}>
          {title}
        </h2>
        {step.next || step.previous ? (
          <>
            <Step label={text('previous', { key: 'K' })} onClick={step.previous} icon={<IconChevronUp />} />
            <Step label={text('next', { key: 'J' })} onClick={step.next} icon={<IconChevronDown />} />
          </>
        ) : null}
        <Step label={text('close')} onClick={onClose} icon={<IconX />} />
      </header>
      <div className={classes.body}>{children}</div>
      {foot ? <footer className={classes.foot}>{foot}</footer> : null}
    </aside>
  );
}

interface Step {
  label: string;
  icon: ReactNode;
  onClick: (() => void) | undefined;
}
const Step = ({ label, icon, onClick }: Step) => (
  <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={!onClick} onClick={onClick}>
    {icon}
  </ActionIcon>
);

const focus = (head: HTMLElement | null) => head?.focus({ preventScroll: true });

/** Escape closes what is open on top first, then leaves the field, so that one key never loses what is typed. */
function leave(onClose: () => void) {
  if (isSomethingOnTop()) return;
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) activeElement.blur();
  else onClose();
}
