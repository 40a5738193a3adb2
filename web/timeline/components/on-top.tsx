import { insideWords } from '../use-hints.ts';
import { useTongue } from '../tongue.ts';
import type { Desk } from '../use-desk.ts';
import { AnywayDialog } from './anyway-dialog.tsx';
import { BarMenu } from './bar-menu.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { AskedVerb } from './side.tsx';

/** The menu and the questions that come up over the calendar. */
export function OnTop({ model, acts, hints, menu, setMenu, moving, setMoving, keys, open, openOff, make }: Desk) {
  const tongue = useTongue();
  return (
    <>
      <BarMenu
        subject={menu}
        onClose={() => setMenu(null)}
        onOpen={open}
        onOff={openOff}
        onMove={setMoving}
        onKeys={(...args) => keys.current?.(...args)}
        onVerb={(verb, bar) => void acts.doVerb(verb, bar)}
        onUnblock={(off) => void acts.unblock(off)}
        onMake={make}
      />
      {moving && model ? (
        <MoveDialog
          thing={moving}
          resources={model.data.resources}
          hintFor={hints.hintForMove}
          noteFor={(to) => insideWords(model, to, tongue)}
          onMove={(to) => {
            acts.moveTo(moving, to);
            setMoving(null);
          }}
          onClose={() => setMoving(null)}
        />
      ) : null}
      {acts.anyway ? <AnywayDialog onDo={acts.goAnyway} onClose={() => acts.setAnyway(null)} /> : null}
      <AskedVerb asking={acts.asking} onClose={() => acts.setAsking(null)} />
    </>
  );
}
