import {LitElement, nothing} from 'lit';
import {currentContext, onProvide} from './context.ts';
import type {Context} from './context.ts';
import type {Detach} from '../core/attachment.ts';
import type {Consent} from '../core/consent.ts';

/**
 * What all elements have in common: they show the context of the page, or one that was set, and draw themselves anew when the
 * choice, the questions or the language change. Without a context they show nothing.
 */
export class BaseElement extends LitElement {
  #given: Context | undefined;
  #followed: Context | undefined;
  #unfollow: Detach | undefined;
  #leave: Detach | undefined;

  get context(): Context | undefined {
    return this.#given ?? currentContext();
  }

  set context(context: Context | undefined) {
    this.#given = context;
    this.#follow();
  }

  get consent(): Consent | undefined {
    return this.context?.consent;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = onProvide(() => this.#follow());
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#leave = undefined;
    this.#follow();
  }

  /** What to draw; called only while there is a context. */
  protected view(_context: Context): unknown {
    return nothing;
  }

  /** Starts following a context; returns how to stop. */
  protected follow(context: Context): Detach {
    return context.follow(() => this.requestUpdate());
  }

  protected override render(): unknown {
    const {context} = this;
    if (!context) return nothing;
    this.#speak(context);
    return this.view(context);
  }

  #follow(): void {
    const context = this.#leave ? this.context : undefined;
    if (context === this.#followed) return;
    this.#unfollow?.();
    this.#followed = context;
    this.#unfollow = context && this.follow(context);
    this.requestUpdate();
  }

  #set: Record<string, string> = {};

  /** Marks the host with the language of our texts where it is not the page's; what the site has set stays. */
  #speak({attributes}: Context): void {
    for (const name of ['lang', 'dir'] as const) {
      const value = attributes[name];
      if (this.hasAttribute(name) && this.getAttribute(name) !== this.#set[name]) continue;
      if (value) this.setAttribute(name, (this.#set[name] = value));
      else this.removeAttribute(name);
    }
  }
}
