import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import type { Place } from '../../app/shells/place-link.tsx';
import { paletteKeys } from '../keys.ts';
import { useShortcuts } from '../use-shortcuts.ts';
import classes from './command.module.css';
import { Keys } from './keys.tsx';

const Palette = lazy(() => import('./palette.tsx'));
const HelpSheet = lazy(() => import('./help-sheet.tsx'));

interface CommandCenter {
  places: Place[];
  onSignOut: () => void;
}

/** The search button of the top bar, and all that keys lead to from anywhere. */
export function CommandCenter({ places, onSignOut }: CommandCenter) {
  const { text } = useSpeech('command');
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const close = () => setOpen(null);
  const openPalette = () => setOpen('palette');
  useHotkeys([['mod+k', openPalette]], []);
  useShortcuts({ places, isOff: open !== null, onSearch: openPalette, onHelp: () => setOpen('help') });
  return (
    <>
      <UnstyledButton className={classes.search} aria-keyshortcuts="Control+K Meta+K" onClick={openPalette}>
        <IconSearch aria-hidden />
        <span className={classes.searchWords}>{text('search')}</span>
        <Keys keys={paletteKeys()} />
      </UnstyledButton>
      <Suspense>
        {open === 'palette' ? (
          <Palette places={places} onSignOut={onSignOut} onHelp={() => setOpen('help')} onClose={close} />
        ) : null}
        {open === 'help' ? <HelpSheet places={places} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
