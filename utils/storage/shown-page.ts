import { z } from 'zod/mini';

const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** Where invoice numbers stand on one screen of Manage, as a user has shown it: the screen, the grid and the column. */
export const shownPageSchema = z.strictObject({
  /** What names the screen: its title on the page, and the end of its address. At least one of them. */
  screen: z
    .strictObject({ title: z.nullable(words(200)), address: z.nullable(words(100)) })
    .check(z.refine(({ title, address }) => title !== null || address !== null, 'a screen needs a name')),
  /** What the client calls the grid. */
  grid: z.nullable(words(100)),
  /** All captions of the grid at that time. */
  captions: z.array(words(200)).check(z.maxLength(100)),
  column: z.strictObject({
    /** By which the column is found wherever it has moved; null where no caption is its alone. */
    caption: z.nullable(words(200)),
    cellIndex: z.nullable(words(20)),
    position: z.int().check(z.minimum(0), z.maximum(500)),
    cells: z.int().check(z.minimum(1), z.maximum(500)),
  }),
  /** The way from the cell to the number in it, as positions among children; empty where the cell is all number. */
  within: z.array(z.int().check(z.minimum(0), z.maximum(100))).check(z.maxLength(8)),
});

export type ShownPage = z.infer<typeof shownPageSchema>;

/** More screens than anybody shows on one site; the one shown longest ago goes. */
export const MOST_SHOWN = 10;

/** Shown pages by the host of their site, as a settings file holds them. */
export const shownPagesSchema = z.record(
  z.string().check(z.regex(/^[a-z0-9.-]+(:\d{1,5})?$/, 'a host name'), z.maxLength(255)),
  z.array(shownPageSchema).check(z.maxLength(MOST_SHOWN)),
);

export type ShownPages = z.infer<typeof shownPagesSchema>;
