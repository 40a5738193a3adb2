/** Reads every page of a list; `limit` bounds what a screen will ever show. */
export async function allPages<Item>(
  read: (cursor: string | undefined) => Promise<{ data: Item[]; next_cursor: string | null }>,
  limit = 2000,
): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const answer = await read(cursor);
    found.push(...answer.data);
    cursor = answer.next_cursor ?? undefined;
  } while (cursor && found.length < limit);
  return found;
}
