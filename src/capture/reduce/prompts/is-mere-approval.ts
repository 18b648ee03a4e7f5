// Prompts that let the AI go on and say nothing else. What names, chooses or forbids anything is kept: `no`, `option 2`,
// `yes, but keep the old name`.

const phrases = (
  'yes,y,yep,yup,yeah,yea,ya,sure,ok,okay,k,kk,alright,right,correct,exactly,agreed,agree,' +
  'approved,approve,accepted,confirmed,confirm,absolutely,great,good,perfect,nice,cool,fine,' +
  'excellent,awesome,amazing,wow,lgtm,thanks,thx,thank you,thank you so much,thanks a lot,ty,' +
  'please,pls,plz,cheers,good job,well done,continue,please continue,go on,go ahead,go for it,go,' +
  'proceed,carry on,keep going,keep on,resume,next,do it,do that,do so,do this,ship it,make it so,' +
  'lets go,lets do it,lets do that,lets do this,lets proceed,lets continue,sounds good,' +
  'sounds great,looks good,looks great,looks good to me,looks right,that works,works,works for me,' +
  'it works,works now,it works now,thats good,thats fine,thats great,thats right,thats correct,' +
  'good to go,all good,im happy with that,try again,again,retry,try it again,try now,done,i agree,' +
  'continue from where you left off,continue where you left off,please do,yes please,keep it up,' +
  'so,and,now,then,very,hi,hello,hey,and then,of course,go with that,ja,genau,weiter,mach weiter,' +
  'bitte,danke,passt,gut,oui,continuez,continue stp,merci,parfait,sí,si,sigue,continúa,continua,' +
  'gracias,vale,dale,sim,obrigado,да,давай,продолжай,спасибо,хорошо,继续,好,好的,是,是的,可以,对,谢谢,嗯,はい,続けて,' +
  'お願いします,ありがとう,네,응,계속,좋아,계속해'
).split(',')
// What is done with the work and changes nothing in it.
const errands = (
  'commit,commit it,commit this,commit that,commit and push,commit and push it,push,push it,' +
  'commit your changes,commit the changes,commit these changes,commit the changes and push,' +
  'push this,push the changes,commit everything,commit changes,create a pr,open a pr,' +
  'create the pr,make a pr,open the pr,create a pull request,open a pull request,' +
  'create the pull request,push and open a pr,push and create a pr,commit push and open a pr,' +
  'commit push and create a pr,commit push,merge it'
).split(',')
const known = new Set([...phrases, ...errands])
const longestPhrase = 6
/** Longer prompts say something. */
const longestApproval = 120

/** `yes`, `ok, go on`, `looks good, thanks!`, `commit and push`. */
export function isMereApproval(text: string): boolean {
  if (text.length > longestApproval) return false
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .trim()
    .split(/\s+/)
  // Nothing but signs: 👍 lets it go on; a question mark asks.
  if (words[0] === '') return !text.includes('?')
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestPhrase, words.length - at)
    while (length > 0 && !known.has(words.slice(at, at + length).join(' '))) length--
    if (length === 0) return false
    at += length
  }
  // “Is it right?” is none.
  return !/\?\s*$/.test(text)
}
