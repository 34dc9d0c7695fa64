import {pageRoom} from './page-room.ts';
import type {Detach} from '../core/attachment.ts';
import type {Edge} from './page-room.ts';

/**
 * Puts a host before everything on the page, out of reach of transforms and stacking contexts, and makes room for it at an edge;
 * without an edge it is as the page laid it.
 */
export function raising(host: HTMLElement): (edge: Edge | undefined) => void {
  let leave: Detach | undefined;
  let wanted: Edge | undefined;
  const raise = (edge: Edge | undefined) => {
    wanted = edge;
    const raised = host.popover === 'manual' && host.matches(':popover-open');
    if (!edge || !host.isConnected) {
      if (raised) host.hidePopover();
      leave?.();
      leave = undefined;
      return;
    }
    leave ??= pageRoom(host, edge);
    if (raised || !('popover' in HTMLElement.prototype)) return;
    // Raised now, it would cover a modal dialog and not even react. That of our settings lies in a shadow tree.
    const modal = document.querySelector(':modal, cookie-modes-settings-dialog[open]');
    if (modal) {
      modal.addEventListener('close', again, {once: true});
      return;
    }
    host.popover = 'manual';
    host.showPopover();
  };
  const again = () => raise(wanted);
  return raise;
}
