import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { type Place, PlaceLink } from './place-link.tsx';
import classes from './bottom-bar.module.css';

/** On phones: the four most used places, and the rest behind "More". */
export function BottomBar({ places, help }: { places: Place[]; help: Place[] }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const { text } = useSpeech('app');
  const rest = [...places.slice(4), ...help];
  return (
    <nav className={classes.bar} aria-label={text('most_used')}>
      {places.slice(0, 4).map((place) => (
        <PlaceLink key={place.label} place={place} className={classes.place} />
      ))}
      {rest.length > 0 ? (
        <UnstyledButton className={classes.place} onClick={show}>
          <IconMenu2 aria-hidden stroke={1.7} />
          <span>{text('more')}</span>
        </UnstyledButton>
      ) : null}
      <Drawer opened={open} onClose={close} position="bottom" size="auto" title={text('more_places')}>
        {rest.map((place) => (
          <PlaceLink key={place.label} place={place} className={classes.line} onClick={close} />
        ))}
      </Drawer>
    </nav>
  );
}
