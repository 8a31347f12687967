/**
 * Registers the service worker, which makes the site available offline, when the page is loaded and the browser is idle. Does nothing if
 * the reader saves data or has a slow connection.
 */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

const { saveData = false, effectiveType = '4g' } = (navigator as Navigator & { connection?: Connection }).connection ?? {};
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

if (workers && import.meta.env.DEV) {
  // A worker of an earlier build at this origin would answer in place of the development server.
  void workers.getRegistrations().then((all) => all.forEach((one) => void one.unregister()));
} else if (workers && !saveData && effectiveType.endsWith('4g')) {
  const register = (): unknown => workers.register(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline.js`).catch(() => undefined);
  const whenIdle = (): unknown => ('requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 2000));
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
