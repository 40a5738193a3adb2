import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useBusiness } from '../../identity/api.ts';
import { locationsQuery } from '../../scheduling/api/resources.ts';
import { tellRefusal } from '../../ui/tell.tsx';
import { useCreateLocation } from '../api.ts';
import type { StepId } from '../steps.ts';

interface StepAction {
  step: StepId;
  isNext: boolean;
}

/** The way to one step; the one that comes next stands out. */
export function StepAction({ step, isNext }: StepAction) {
  const { text } = useSpeech('first-steps');
  const look = { size: 'xs', variant: isNext ? 'filled' : 'default' } as const;
  if (step === 'hours') return <SetHours look={look} />;
  if (step === 'booking')
    return (
      <Button {...look} component="a" href="/book" target="_blank">
        {text('open_booking_page')}
      </Button>
    );
  const { to, verb } = ways[step];
  return (
    <Button {...look} component={Link} to={to}>
      {text(verb)}
    </Button>
  );
}

const ways = {
  resource: { to: '/resources/new', verb: 'add_resource' },
  service: { to: '/services/new', verb: 'add_service' },
  brand: { to: '/settings', verb: 'choose_colour' },
} as const;

/** A usual week to begin with. */
const usualWeek = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, start: '09:00', end: '17:00' }));

/** Opens the hours of the place; where there is none yet, one is made that is open in a usual week. */
function SetHours({ look }: { look: { size: 'xs'; variant: 'filled' | 'default' } }) {
  const { text } = useSpeech('first-steps');
  const navigate = useNavigate();
  const { name, address, time_zone } = useBusiness();
  const { data: locations = [] } = useQuery(locationsQuery);
  const create = useCreateLocation();
  const open = (id: string) => void navigate({ to: '/locations/$id', params: { id } });
  const set = () => {
    const [first] = locations;
    if (first) open(first.id);
    else
      create.mutate(
        { name, address, time_zone, weekly_hours: usualWeek },
        { onSuccess: ({ id }) => open(id), onError: tellRefusal },
      );
  };
  return (
    <Button {...look} loading={create.isPending} onClick={set}>
      {text('set_hours')}
    </Button>
  );
}
