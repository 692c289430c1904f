/** A pasted image out of the vault. It is held by the page only while it is shown. */
import { useEffect, useState } from 'react';
import { call } from '../api.ts';
import { failureText } from '../shell/notices.tsx';
import classes from './notes.module.css';

export function NoteImage({ imageId, alt }: { imageId: string; alt: string }) {
  const [address, setAddress] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let made = '';
    let isWanted = true;
    call('getImage', { imageId }).then(
      ({ base64, mediaType }) => {
        if (!isWanted) return;
        made = URL.createObjectURL(new Blob([bytesOf(base64)], { type: mediaType }));
        setAddress(made);
      },
      (refused) => isWanted && setFailure(refused),
    );
    return () => {
      isWanted = false;
      if (made !== '') URL.revokeObjectURL(made);
    };
  }, [imageId]);
  if (failure !== null) return <span className={classes.notShown}>{failureText(failure)}</span>;
  if (address === '') return <span className={classes.imagePlace} role="img" aria-label={alt} />;
  return <img className={classes.image} src={address} alt={alt} />;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
