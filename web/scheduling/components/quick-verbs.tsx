import { ActionIcon, Button, Menu } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useVerb } from '../api/appointments.ts';
import { isAsked, possibleVerbs, type Verb, verbs, whoseName } from '../appointment-verbs.ts';
import { VerbDialog } from './verb-dialog.tsx';

interface QuickVerbs {
  appointment: Appointment;
  /** How many stand as buttons; the rest is in the menu. */
  shown?: number;
  onMore?: () => void;
}

const quick: readonly Verb[] = ['approve', 'decline', 'check_in', 'complete'];

/** The likely next steps as buttons, everything else in a menu at the end. */
export function QuickVerbs({ appointment, shown = 1, onMore }: QuickVerbs) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const [asking, setAsking] = useState<Verb | null>(null);
  const run = useVerb();
  const possible = possibleVerbs(appointment);
  const buttons = possible.filter((verb) => quick.includes(verb)).slice(0, shown);
  const rest = possible.filter((verb) => !buttons.includes(verb));
  const start = (verb: Verb) => {
    if (isAsked(verb)) setAsking(verb);
    else runVerb(run, { verb, appointment, speech });
  };
  return (
    <>
      {buttons.map((verb) => (
        <Button key={verb} size="xs" variant="default" loading={run.isPending} onClick={() => start(verb)}>
          {text(verbs[verb].label)}
        </Button>
      ))}
      {rest.length > 0 || onMore ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="input-xs"
              aria-label={text('more_for', { name: whoseName(appointment, speech) })}
            >
              <IconDots size="1.3em" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {onMore ? <Menu.Item onClick={onMore}>{text('open_details')}</Menu.Item> : null}
            {rest.map((verb) => (
              <Menu.Item key={verb} onClick={() => start(verb)}>
                {text(verbs[verb].label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {asking ? <VerbDialog verb={asking} appointment={appointment} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

interface Step {
  verb: Verb;
  appointment: Appointment;
  speech: SpeechOf<'scheduling'>;
}

export function runVerb(run: ReturnType<typeof useVerb>, { verb, appointment, speech }: Step) {
  run.mutate(
    { verb, appointment },
    {
      onSuccess: () => tell(speech.text(verbs[verb].done, { name: whoseName(appointment, speech) })),
      onError: tellRefusal,
    },
  );
}
