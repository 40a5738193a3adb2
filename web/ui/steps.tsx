import { createContext, type ReactNode, use } from 'react';

interface Steps {
  ids: string[];
  go: (id: string) => void;
}
const StepsContext = createContext<Steps>({ ids: [], go: () => {} });

/** A list tells the panel beside it in which order its objects stand. */
export const StepsProvider = ({ ids, go, children }: Steps & { children: ReactNode }) => (
  <StepsContext value={{ ids, go }}>{children}</StepsContext>
);

export function useSteps(id: string | undefined) {
  const { ids, go } = use(StepsContext);
  const at = id ? ids.indexOf(id) : -1;
  const to = (index: number) => {
    const found = at === -1 ? undefined : ids[index];
    return found ? () => go(found) : undefined;
  };
  return { next: to(at + 1), previous: at > 0 ? to(at - 1) : undefined };
}
