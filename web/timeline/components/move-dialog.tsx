import { useSpeech } from '../../words/use-speech.tsx';
import { Button, Modal, Select } from '@mantine/core';
import type { TimelineResource } from '@smooth/contract/scheduling/timeline.ts';
import { useState } from 'react';
import { type Tongue, useTongue } from '../tongue.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { isOff, type Moved, type Thing } from '../model.ts';
import { useTimes } from '../use-times.ts';
import { nameOf, typeName, whenWords } from '../words.ts';
import { HintLine } from './hint.tsx';
import { TimeFields } from './time-fields.tsx';

interface MoveDialog {
  thing: Thing;
  resources: readonly TimelineResource[];
  hintFor: (thing: Thing, to: Moved) => string | null;
  /** What is booked where time off would be. */
  noteFor: (to: Moved) => string | null;
  onMove: (to: Moved) => void;
  onClose: () => void;
}

/** Moving and changing the length without dragging. */
export function MoveDialog({ thing, resources, hintFor, noteFor, onMove, onClose }: MoveDialog) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const times = useTimes(thing.start, thing.end);
  const [ids, setIds] = useState(thing.resourceIds);
  const to = times.span && { ...times.span, resourceIds: ids };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (to) onMove(to);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('move_title_of', { title: titleOf(thing, format), name: nameOf(thing, format) })}
      centered
    >
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
          <HintLine why={to && hintFor(thing, to)} />
          {to && isOff(thing) ? <p className="soft">{noteFor(to)}</p> : null}
          <Buttons>
            <Button type="submit" disabled={!to}>
              {to ? text('move_do', { when: whenWords(to.start, format) }) : titleOf(thing, format)}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('keep')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}

function titleOf(thing: Thing, { say }: Tongue): string {
  if (isOff(thing)) return say.text('move_off_title');
  return say.text(thing.of.kind === 'class' ? 'move_class_title' : 'move_title');
}

interface ResourceSelect {
  id: string | null;
  resources: readonly TimelineResource[];
  onChange: (id: string) => void;
}

/** Another one of the same kind. */
function ResourceSelect({ id, resources, onChange }: ResourceSelect) {
  const speech = useSpeech('timeline');
  const { text } = speech;
  const type = resources.find((one) => one.id === id)?.type;
  const options = resources.filter((one) => one.is_active && (type === undefined || one.type === type));
  return (
    <Select
      label={type ? text('move_with', { type: typeName(type, { say: speech }).toLowerCase() }) : text('create_with')}
      searchable
      allowDeselect={false}
      data={options.map(({ id: value, name }) => ({ value, label: name }))}
      value={id}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
