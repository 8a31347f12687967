/**
 * Keeps the base for reading without a network. The worker is asked for when the page is read and the browser idle, and not at
 * all by a reader who saves data or whose line is slow.
 */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

const { saveData = false, effectiveType = '4g' } = (navigator as Navigator & { connection?: Connection }).connection ?? {};
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

if (workers && import.meta.env.DEV) {
  // A base that was served from here before would show itself in place of what is being written.
  void workers.getRegistrations().then((all) => all.forEach((one) => void one.unregister()));
} else if (workers && !saveData && effectiveType.endsWith('4g')) {
  const register = (): unknown => workers.register(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline.js`).catch(() => undefined);
  const whenIdle = (): unknown => ('requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 2000));
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
