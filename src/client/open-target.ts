/** Opens the fold that is the target of the URL or belongs to it. A reader can close it again, which a style for `:target` would prevent. */
import { decoded } from './decoded.ts';

function openTarget(): void {
  // The style `:target` applies only after this script has run.
  const target = document.getElementById(decoded(location.hash.slice(1)));
  const fold = target?.matches('.fold') ? target : target?.closest('h3')?.parentElement?.querySelector(':scope > .fold');
  fold?.setAttribute('open', '');
}

openTarget();
addEventListener('hashchange', openTarget);
