export { ANSWER_KINDS, CLEAR, type Answer, type AnswerKind, type AnswerValue } from './answer';
export type { Choice } from './choice';
export { interpretAnswer, type AnswerQuestion } from './interpret';
export { LANGUAGE_CODES, languageCodeOf, type LanguageCode } from './languages';
