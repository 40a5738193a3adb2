import { Tooltip } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';

/** A small icon with its meaning as a tooltip and as a word for screen readers. */
export const Hint = ({ icon: Icon, label, text }: { icon: TablerIcon; label: string; text: string }) => (
  <Tooltip label={text} multiline maw="28em">
    <span>
      <Icon aria-hidden />
      <span className="unseen">{label}</span>
    </span>
  </Tooltip>
);
