import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
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
  const head = useRef<HTMLHeadingElement>(null);
  const step = useSteps(id);
  useHotkeys([
    ['Escape', onClose],
    ['j', () => step.next?.()],
    ['k', () => step.previous?.()],
    ['ArrowDown', () => step.next?.()],
    ['ArrowUp', () => step.previous?.()],
  ]);
  useEffect(() => head.current?.focus({ preventScroll: true }), [id]);
  return (
    <aside className={classes.panel} aria-label={title} onKeyDown={(event) => closeFromField(event, onClose)}>
      <header className={classes.head}>
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        {step.next || step.previous ? (
          <>
            <Step label="Previous (K)" onClick={step.previous} icon={<IconChevronUp />} />
            <Step label="Next (J)" onClick={step.next} icon={<IconChevronDown />} />
          </>
        ) : null}
        <Step label="Close (Escape)" onClick={onClose} icon={<IconX />} />
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

/** Escape inside a field leaves the field first, so that what is typed is not lost by one key. */
function closeFromField(event: React.KeyboardEvent, onClose: () => void) {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.blur();
  else if (target instanceof HTMLSelectElement) onClose();
}
