/** Thrown by what takes a user's text, where the text cannot be taken before any call is made. */
import type { MessageParams, Sentence } from '../../shared/messages.ts';

export class Refusal extends Error {
  readonly sentence: Sentence;
  readonly params: MessageParams;

  constructor(sentence: Sentence, params: MessageParams = {}) {
    super(sentence.en);
    this.name = 'Refusal';
    this.sentence = sentence;
    this.params = params;
  }
}
