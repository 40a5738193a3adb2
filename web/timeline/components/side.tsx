import { useQuery } from '@tanstack/react-query';
import { appointmentQuery } from '../../scheduling/api/appointments.ts';
import { AppointmentPanel } from '../../scheduling/components/appointment-panel.tsx';
import { ClassPanel } from '../../scheduling/components/class-panel.tsx';
import { VerbDialog } from '../../scheduling/components/verb-dialog.tsx';
import type { Creation } from '../use-creation.ts';
import type { Model, Off } from '../model.ts';
import type { TimelineSearch } from '../timeline-search.ts';
import { type Asking, nothingOpen } from '../use-acts.ts';
import { CreatePanel } from './create-panel.tsx';
import { OffPanel } from './off-panel.tsx';

interface Side {
  search: TimelineSearch;
  model: Model | null;
  hintFor: Creation['hintFor'];
  onDone: Creation['onDone'];
  onMove: (off: Off) => void;
  onUnblock: (off: Off) => void;
  change: (changed: TimelineSearch) => void;
}

/** What stands beside the calendar, by its address. */
export function Side({ search, model, hintFor, onDone, onMove, onUnblock, change }: Side) {
  const close = () => change(nothingOpen);
  if (search.appointment) return <AppointmentPanel id={search.appointment} onClose={close} />;
  if (search.class) return <ClassPanel id={search.class} onClose={close} />;
  if (search.block && model)
    return <OffPanel id={search.block} model={model} onMove={onMove} onUnblock={onUnblock} onClose={close} />;
  if (!search.make || !search.start || !search.end || !model) return null;
  return (
    <CreatePanel
      key={`${search.start} ${search.end} ${search.with}`}
      model={model}
      make={search.make}
      row={search.with}
      start={Date.parse(search.start)}
      end={Date.parse(search.end)}
      mayBlock={(id) => model.data.resources.find((one) => one.id === id)?.can.add_time_off ?? false}
      hintFor={hintFor}
      onMake={(make) => change({ make })}
      onDone={(message, undo) => {
        onDone(message, undo);
        close();
      }}
      onClose={close}
    />
  );
}

/** Asks before a step that is hard to take back. */
export function AskedVerb({ asking, onClose }: { asking: Asking | null; onClose: () => void }) {
  const { data } = useQuery({ ...appointmentQuery(asking?.id ?? ''), enabled: asking !== null });
  return asking && data ? <VerbDialog verb={asking.verb} appointment={data} onClose={onClose} /> : null;
}
