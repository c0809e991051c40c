/** So many things are asked for by name in one run, which takes some ten addresses; from then on lists are read. */
export const FEW_NAMED = 400;
