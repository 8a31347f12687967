/** The button that saves the site for offline reading. It shows the size of the download, then its progress. */
import { canKeep, keepOffline } from './offline-reading.ts';

class OfflineButton extends HTMLElement {
  connectedCallback(): void {
    if (!canKeep) return;
    this.hidden = false;
    this.#button.addEventListener('click', () => void this.#keep());
    // The size is loaded only when the button can be seen.
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      void this.#show();
    });
    observer.observe(this);
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('button')!;
  }

  get #output(): HTMLOutputElement {
    return this.querySelector('output')!;
  }

  async #show(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active) return this.#say('kept');
    const { bytes } = (await (await fetch(this.dataset.facts!)).json()) as { bytes: number };
    const megabytes = new Intl.NumberFormat(this.lang || document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    this.#button.textContent = `${this.dataset.keep!} (${megabytes.format(bytes / 1e6)} MB)`;
  }

  async #keep(): Promise<void> {
    if (this.#button.ariaDisabled === 'true') return;
    // A disabled button would lose the focus.
    this.#button.ariaDisabled = 'true';
    this.#say('keeping');
    try {
      const { installing, waiting, active } = await keepOffline();
      const worker = installing ?? waiting ?? active!;
      await new Promise<void>((done, fail) => {
        const look = (): void => {
          if (worker.state === 'activated') done();
          else if (worker.state === 'redundant') fail(new Error('The worker could not load the site.'));
        };
        worker.addEventListener('statechange', look);
        look();
      });
      this.#say('kept');
      this.#output.focus();
    } catch {
      this.#say('failed');
      this.#button.ariaDisabled = null;
    }
  }

  #say(what: 'keeping' | 'kept' | 'failed'): void {
    this.#output.textContent = this.dataset[what]!;
    this.#button.hidden = what === 'kept';
  }
}

customElements.define('offline-button', OfflineButton);
