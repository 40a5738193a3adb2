/** Whether a dialog, a menu or a list lies open over the page. Closed ones may stay in the document, unseen. */
export const isSomethingOnTop = (): boolean =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((found) =>
    found.checkVisibility({ visibilityProperty: true }),
  );
