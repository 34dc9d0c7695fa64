import type {Detach} from '../core/attachment.ts';

/**
 * Keeps scripts that run late from erasing the page with `document.write`; everybody else's goes through.
 * @param refuse told of each call with the script that makes it; what it returns true for is refused
 */
export function refuseWrite(refuse: (script: Element | null) => boolean): Detach {
  const {prototype} = Document;
  const detachers = (['write', 'writeln'] as const).map((method) => {
    const native = prototype[method];
    const own = function (this: Document, ...text: string[]) {
      if (!refuse(document.currentScript)) native.apply(this, text);
    };
    prototype[method] = own;
    return () => {
      if (prototype[method] === own) prototype[method] = native;
    };
  });
  return () => detachers.forEach((detach) => detach());
}
