import { useSpeech } from '../../words/use-speech.tsx';
import { Button } from '@mantine/core';
import { formatInstant } from '@smooth/engine/instant.ts';
import { Link } from '@tanstack/react-router';
import { useTongue } from '../tongue.ts';
import { useMay } from '../../identity/api.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { mayMove, type Model, type Off } from '../model.ts';
import { insideWords } from '../use-hints.ts';
import { nameOf } from '../words.ts';

interface OffPanel {
  id: string;
  model: Model;
  onMove: (off: Off) => void;
  onUnblock: (off: Off) => void;
  onClose: () => void;
}

/** One time off: whose, when, and what may be done with it. */
export function OffPanel({ id, model, onMove, onUnblock, onClose }: OffPanel) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const off = model.rows.flatMap(({ offs }) => offs).find((one) => one.id === id);
  if (!off) {
    return (
      <SidePanel title={text('time_off')} onClose={onClose}>
        <p className="soft">{text('off_gone')}</p>
      </SidePanel>
    );
  }
  const { of } = off;
  return (
    <SidePanel title={nameOf(off, format)} id={`${id} ${off.start}`} onClose={onClose}>
      <Facts>
        <Fact name={text('off_who')}>{model.data.resources.find((one) => one.id === of.resource_id)?.name}</Fact>
        <Fact name={text('off_when')}>{format.dateTimeRange(formatInstant(off.start), formatInstant(off.end))}</Fact>
        <Fact name={text('reason')}>{of.reason}</Fact>
      </Facts>
      <p className="soft">{of.is_recurring ? text('off_weekly') : insideWords(model, off, format)}</p>
      <Ways off={off} onMove={onMove} onUnblock={onUnblock} />
    </SidePanel>
  );
}

function Ways({ off, onMove, onUnblock }: Pick<OffPanel, 'onMove' | 'onUnblock'> & { off: Off }) {
  const { text } = useSpeech('timeline');
  const may = useMay();
  const { can, is_recurring, resource_id } = off.of;
  if (is_recurring)
    return may('resource.edit') ? (
      <Buttons>
        <Button component={Link} to={`/resources/${resource_id}`} variant="default">
          {text('off_edit')}
        </Button>
      </Buttons>
    ) : null;
  return (
    <Buttons>
      {mayMove(off) ? (
        <Button variant="default" onClick={() => onMove(off)}>
          {text('move')}
        </Button>
      ) : null}
      {can.delete ? (
        <Button variant="default" color="red" onClick={() => onUnblock(off)}>
          {text('remove_off')}
        </Button>
      ) : null}
    </Buttons>
  );
}
