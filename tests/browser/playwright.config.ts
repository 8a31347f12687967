import { configFor } from '../playwright.ts';

export default await configFor('ferry', import.meta.dirname);
