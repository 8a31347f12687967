import { adaptIndented } from './adapt-indented.ts';

/** Replaces the syntax of other dialects that no Markdown parser knows, line by line. Code stays unchanged. */
export function adaptLines(text: string, lost: string[]): string {
  let fence: string | undefined;
  const boxes: string[] = [];
  return adaptIndented(text.split(/\r?\n/))
    .flatMap((line): string[] => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark && (fence === undefined || (line.trim() === mark && mark.startsWith(fence)))) fence = fence === undefined ? mark : undefined;
      else if (fence === undefined) {
        const opened = /^\s*:{3,}\s*\{?\s*\.?([a-z][\w-]*)\}?\s*(?:\[([^\]]*)\])?(.*)$/i.exec(line);
        if (opened) {
          boxes.push('');
          return ['', `> **${opened[2] || opened[3]?.trim() || capital(opened[1]!)}.**`, '>'];
        }
        if (/^\s*:{3,}\s*$/.test(line)) {
          boxes.pop();
          return [''];
        }
        if (/^\s*\{\{#?.*\}\}\s*$/.test(line) || /^\s*\{%.*%\}\s*$/.test(line)) {
          lost.push(`template ${line.trim()}`);
          return [''];
        }
        if (/^\s*-{1,2}8<-{1,2}\s/.test(line) || /^\s*\*\[[^\]]+\]:/.test(line)) {
          lost.push(/8</.test(line) ? `included file ${line.trim()}` : `abbreviation ${line.trim()}`);
          return [''];
        }
        if (/^\s*\[{1,2}_?TOC_?\]{1,2}\s*$/i.test(line)) return [''];
        line = line
          .replace(
            /^(\s*>\s*)\[!([A-Za-z-]+)\][-+]?\s*(.*)$/,
            (_all, start: string, kind: string, title: string) => `${start}**${title || capital(kind)}.**\n${start}`,
          )
          .replace(/^(#{1,6})(?=[^\s#])/, '$1 ')
          .replace(/^(#{1,6}\s.*?)\s*\{\s*#([\w-]+)[^}]*\}\s*$/, '$1 [#$2]')
          .replace(/^ {0,3}:[ \t]+(?=\S)/, '- ');
      }
      return boxes.length > 0 ? line.split('\n').map((one) => `> ${one}`) : [line];
    })
    .join('\n');
}

export const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1).toLowerCase();
