const MEMORY = 'jieshi.shortcuts';

/** Whether single keys do something: they can be switched off (WCAG 2.1.4), because speech input sets them off. */
export const shortcutsOn = () => globalThis.localStorage?.getItem(MEMORY) !== 'off';

/** @param {boolean} on */
export function useShortcuts(on) {
  localStorage.setItem(MEMORY, on ? 'on' : 'off');
}

/** Single keys of a page while it is shown, as long as nobody is typing or answering a dialog. */
export class Keys {
  /** @type {Record<string, () => void>} */ #actions;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {Record<string, () => void>} actions by the key's name in lower case
   */
  constructor(host, actions) {
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('keydown', this.#pressed);
  }

  hostDisconnected() {
    removeEventListener('keydown', this.#pressed);
  }

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const action = this.#actions[event.key.toLowerCase()];
    if (action && shortcutsOn() && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      && document.querySelector('dialog[open]') === null) {
      event.preventDefault();
      action();
    }
  };
}

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof HTMLElement
  && (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName)
    && /** @type {HTMLInputElement} */ (target).type !== 'checkbox');
