/** English forms that no rule leads back to their word. */
const FORMS =
  'arose:arise became:become began:begin begun:begin bought:buy brought:bring broke:break broken:break built:build caught:catch chose:choose chosen:choose ' +
  'dealt:deal drew:draw drawn:draw drove:drive fell:fall fallen:fall felt:feel forbade:forbid forbidden:forbid forgot:forget forgotten:forget found:find ' +
  'gave:give given:give gone:go went:go grew:grow grown:grow heard:hear held:hold hid:hide hidden:hide kept:keep knew:know known:know laid:lay learnt:learn led:lead ' +
  'left:leave lent:lend lost:lose made:make meant:mean met:meet paid:pay proven:prove ran:run rose:rise said:say saw:see seen:see sent:send sold:sell sought:seek ' +
  'spelt:spell spent:spend spoke:speak spoken:speak stole:steal stolen:steal stood:stand taken:take taught:teach thought:think threw:throw thrown:throw told:tell ' +
  'took:take understood:understand withdrawn:withdraw withdrew:withdraw woke:wake won:win wrote:write written:write ' +
  'analysis:analyse analyses:analyse appendices:appendix children:child criteria:criterion indices:index matrices:matrix media:medium people:person phenomena:phenomenon theses:thesis';

/** From such a form to the word. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(FORMS.split(' ').map((pair) => pair.split(':') as [string, string]));
