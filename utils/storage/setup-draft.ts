/** Under this name the vault keeps how far the guided setup has come: keys that are half entered are in it. */
export const SETUP_DRAFT = 'setup.draft';

/** A setup that was opened, and nothing entered. */
export const EMPTY_DRAFT = { step: '', entered: {} } as const;
