/** Images of private notes, in and out. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { readImage } from '../vault/note-image.ts';
import type { Context } from './context.ts';

export function noteImageHandlers({ vault }: Context): Pick<Handlers, 'addImage' | 'getImage'> {
  return {
    addImage: ({ base64 }) => {
      const image = { id: randomUUID(), ...readImage(base64) };
      vault.write([{ put: 'noteImage', record: image }]);
      return { id: image.id, mediaType: image.mediaType };
    },
    getImage: ({ imageId }) => {
      const image = vault.read('noteImage', imageId);
      if (image === undefined) throw new AppError('not-found', message('note.imageNotFound'));
      return image;
    },
  };
}
