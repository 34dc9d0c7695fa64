import type {Detach} from '../core/attachment.ts';

/** Smaller than this, in CSS pixels, nothing can be read or pressed. */
const least = 24;

/**
 * Lays a box exactly over an element that keeps its own place on the page, so that nothing is moved when the box comes or goes.
 * The box is positioned absolutely; its place is written into a sheet of its own, since inline styles may be forbidden.
 */
export function embedPlace(target: HTMLElement, box: HTMLElement, sheet: CSSStyleSheet): Detach {
  let frame = 0;
  let [left, top] = [0, 0];
  let written = '[part=box]{position:absolute;left:0;top:0}';
  sheet.replaceSync(written);
  const measure = () => {
    frame = 0;
    const [wanted, now] = [target.getBoundingClientRect(), box.getBoundingClientRect()];
    const {offsetWidth: width, offsetHeight: height} = target;
    // What scales the page around both scales the distance, too.
    const scale = wanted.width / width || 1;
    left += (wanted.left - now.left) / scale;
    top += (wanted.top - now.top) / scale;
    const seen = width >= least && height >= least;
    const rule = `[part=box]{position:absolute;z-index:1;container-type:size;margin:0;left:${left.toFixed(1)}px;top:${top.toFixed(1)}px;width:${width}px;height:${height}px;visibility:${seen ? 'inherit' : 'hidden'}}`;
    if (rule !== written) sheet.replaceSync((written = rule));
  };
  const soon = () => {
    frame ||= requestAnimationFrame(measure);
  };
  const observer = new ResizeObserver(soon);
  for (const element of [target, box.offsetParent, document.body]) if (element) observer.observe(element);
  const options = {capture: true, passive: true};
  addEventListener('resize', soon, options);
  // Something above that has loaded, or a box in between that is scrolled.
  addEventListener('load', soon, options);
  addEventListener('scroll', soon, options);
  measure();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    for (const event of ['resize', 'load', 'scroll']) removeEventListener(event, soon, options);
    sheet.replaceSync('');
  };
}
