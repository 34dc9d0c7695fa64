/** What a room may import: other rooms, and packages. */
export interface Room {
  rooms: readonly string[];
  packages: readonly string[];
}

/** The table of rooms and arrows; the files directly in `src/` are the doors. */
export const rooms: Readonly<Record<string, Room>> = {
  core: {rooms: [], packages: []},
  storage: {rooms: ['core'], packages: ['js-cookie']},
  gate: {rooms: ['core'], packages: []},
  guard: {rooms: ['core'], packages: []},
  signals: {rooms: ['core'], packages: []},
  i18n: {rooms: [], packages: []},
  locales: {rooms: ['i18n'], packages: []},
  ui: {rooms: ['core', 'i18n'], packages: ['lit']},
  setup: {rooms: ['core', 'storage', 'gate', 'guard', 'signals'], packages: []},
};
