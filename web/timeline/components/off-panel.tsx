import { Button } from '@mantine/core';
import { formatInstant } from '@smooth/engine/instant.ts';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../app/format-context.tsx';
import { useMay } from '../../identity/api.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { mayMove, type Model, type Off } from '../model.ts';
import { texts } from '../texts.ts';
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
  const format = useFormat();
  const off = model.rows.flatMap(({ offs }) => offs).find((one) => one.id === id);
  if (!off) {
    return (
      <SidePanel title={texts.timeOff} onClose={onClose}>
        <p className="soft">{texts.offGone}</p>
      </SidePanel>
    );
  }
  const { of } = off;
  return (
    <SidePanel title={nameOf(off)} id={`${id} ${off.start}`} onClose={onClose}>
      <Facts>
        <Fact name={texts.offWho}>{model.data.resources.find((one) => one.id === of.resource_id)?.name}</Fact>
        <Fact name={texts.offWhen}>{format.dateTimeRange(formatInstant(off.start), formatInstant(off.end))}</Fact>
        <Fact name={texts.offReason}>{of.reason}</Fact>
      </Facts>
      <p className="soft">{of.is_recurring ? texts.offWeekly : insideWords(model, off)}</p>
      <Ways off={off} onMove={onMove} onUnblock={onUnblock} />
    </SidePanel>
  );
}

function Ways({ off, onMove, onUnblock }: Pick<OffPanel, 'onMove' | 'onUnblock'> & { off: Off }) {
  const may = useMay();
  const { can, is_recurring, resource_id } = off.of;
  if (is_recurring)
    return may('resource.edit') ? (
      <Buttons>
        <Button component={Link} to={`/resources/${resource_id}`} variant="default">
          {texts.offEdit}
        </Button>
      </Buttons>
    ) : null;
  return (
    <Buttons>
      {mayMove(off) ? (
        <Button variant="default" onClick={() => onMove(off)}>
          {texts.move}
        </Button>
      ) : null}
      {can.delete ? (
        <Button variant="default" color="red" onClick={() => onUnblock(off)}>
          {texts.removeOff}
        </Button>
      ) : null}
    </Buttons>
  );
}
