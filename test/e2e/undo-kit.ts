import {gate} from '../../src/gate/gate.ts';
import {startWith} from '../../src/setup/start.ts';

// As the script tag does it: what undoes is a file of its own, loaded after the guard stands before the cookies.
Object.assign(window, {
  begin: (config: unknown) =>
    Object.assign(window, {
      consent: startWith(config, gate, () => import(new URL('/undo.js', location.href).href)),
    }),
});
