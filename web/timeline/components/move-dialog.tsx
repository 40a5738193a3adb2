import { Button, Modal, Select } from '@mantine/core';
import type { TimelineResource } from '@smooth/contract/scheduling/timeline.ts';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import type { Bar, Moved } from '../model.ts';
import { texts } from '../texts.ts';
import { useTimes } from '../use-times.ts';
import { nameOf, whenWords } from '../words.ts';
import { HintLine } from './hint.tsx';
import { TimeFields } from './time-fields.tsx';

interface MoveDialog {
  bar: Bar;
  resources: readonly TimelineResource[];
  hintFor: (bar: Bar, to: Moved) => string | null;
  onMove: (to: Moved) => void;
  onClose: () => void;
}

/** Moving and changing the length without dragging. */
export function MoveDialog({ bar, resources, hintFor, onMove, onClose }: MoveDialog) {
  const format = useFormat();
  const times = useTimes(bar.start, bar.end);
  const [ids, setIds] = useState(bar.resourceIds);
  const to = times.span && { ...times.span, resourceIds: ids };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (to) onMove(to);
  };
  return (
    <Modal opened onClose={onClose} title={`${texts.moveTitle}: ${nameOf(bar)}`} centered>
      <form onSubmit={submit}>
        <Stack>
          <TimeFields times={times} />
          {(ids.length > 0 ? ids : [null]).map((id, index) => (
            <ResourceSelect
              key={id ?? 'none'}
              id={id}
              resources={resources.filter((one) => one.id === id || !ids.includes(one.id))}
              onChange={(chosen) => setIds(id === null ? [chosen] : ids.with(index, chosen))}
            />
          ))}
          <HintLine why={to && hintFor(bar, to)} />
          <Buttons>
            <Button type="submit" disabled={!to}>
              {to ? texts.moveDo(whenWords(to.start, format)) : texts.moveTitle}
            </Button>
            <Button variant="default" onClick={onClose}>
              {texts.keep}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}

interface ResourceSelect {
  id: string | null;
  resources: readonly TimelineResource[];
  onChange: (id: string) => void;
}

/** Another one of the same kind. */
function ResourceSelect({ id, resources, onChange }: ResourceSelect) {
  const type = resources.find((one) => one.id === id)?.type;
  const options = resources.filter((one) => one.is_active && (type === undefined || one.type === type));
  return (
    <Select
      label={type ? texts.moveWith(texts.types[type] ?? type) : texts.createWith}
      searchable
      allowDeselect={false}
      data={options.map(({ id: value, name }) => ({ value, label: name }))}
      value={id}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
