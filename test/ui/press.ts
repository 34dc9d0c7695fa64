import {sendMouse} from '@web/test-runner-commands';

/** Waits until something is so. */
export async function settled(isSo: () => boolean): Promise<void> {
  const start = performance.now();
  while (!isSo()) {
    if (performance.now() - start > 3000) throw new Error(`still not so: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Presses an element with the mouse, as a visitor does. */
export async function press(element: Element): Promise<void> {
  const {x, y, width, height} = element.getBoundingClientRect();
  await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
}

/** Puts the focus just before an element, so that the next Tab enters it. */
export function tabFrom(element: Element): void {
  const start = document.createElement('button');
  start.textContent = 'start';
  element.before(start);
  start.focus();
}
