/** The stylesheet of the whole base, as text: the page adds its running heads to it. */
export { default as wholeSheet } from '../styles/book.css?raw';
