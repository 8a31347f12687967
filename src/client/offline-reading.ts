/** Saves the site for offline reading: on the second page of a reader with a fast connection, or at the reader's request. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
  type?: string;
}

const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
/** The path of the first page of this reader. */
const FIRST = `${base} first page`;

/** Whether the connection is slow or metered, or the reader saves data. Unknown counts as no. */
function isFrugal(): boolean {
  const { saveData = false, effectiveType = '4g', type } = (navigator as Navigator & { connection?: Connection }).connection ?? {};
  return saveData || effectiveType !== '4g' || type === 'cellular';
}

/** Whether the reader has seen another page of this site. Without storage this is unknown and counts as no. */
function isSecondPage(): boolean {
  try {
    const first = localStorage.getItem(FIRST);
    if (first === null) localStorage.setItem(FIRST, location.pathname);
    return first !== null && first !== location.pathname;
  } catch {
    return false;
  }
}

/** Registers the service worker, which loads the site in the background. */
export const keepOffline = (): Promise<ServiceWorkerRegistration> => workers!.register(`${base}offline.js`);

/** Whether the browser can save the site for offline reading. */
export const canKeep = Boolean(workers) && !import.meta.env.DEV;

if (workers && import.meta.env.DEV) {
  // A worker of an earlier build at this origin would answer in place of the development server.
  void workers.getRegistrations().then((all) => all.forEach((one) => void one.unregister()));
} else if (workers && isSecondPage() && !isFrugal()) {
  const register = (): unknown => keepOffline().catch(() => undefined);
  const whenIdle = (): unknown => ('requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 2000));
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
