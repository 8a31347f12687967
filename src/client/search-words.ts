/** The words of the search, per language of the page. */
const en = {
  none: (query: string) => `Nothing found for “${query}”. Try fewer words, or another form of them.`,
  some: (pages: number, query: string) => `${pages} ${pages === 1 ? 'page' : 'pages'} for “${query}”`,
  broken: 'The search could not be loaded. Check the connection and try again, or use the list of all pages.',
  all: 'All results',
  more: 'Show more',
  kinds: {
    concept: 'Concept',
    question: 'Question',
    source: 'Source',
    decision: 'Decision',
    article: 'The article',
    front: 'Front page',
    list: 'List',
  } as Record<string, string>,
};

const ru: typeof en = {
  none: (query) => `По запросу «${query}» ничего не найдено. Попробуйте меньше слов или другую их форму.`,
  some: (pages, query) => `Страниц: ${pages} по запросу «${query}»`,
  broken: 'Поиск не загрузился. Проверьте соединение и попробуйте снова или откройте список всех страниц.',
  all: 'Все результаты',
  more: 'Показать ещё',
  kinds: { concept: 'Понятие', question: 'Вопрос', source: 'Источник', decision: 'Решение', article: 'Статья', front: 'Главная', list: 'Список' },
};

/** Give the words for the language of the document. */
export const searchWords = (): typeof en => (document.documentElement.lang === 'ru' ? ru : en);
