import { configFor } from '../../playwright.ts';

export default await configFor('content', import.meta.dirname);
